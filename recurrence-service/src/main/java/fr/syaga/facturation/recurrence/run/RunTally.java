package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Counts what a run did; everything due is created, existing or failed. */
final class RunTally {

    private final List<Failure> failed = new ArrayList<>();
    private int created;
    private int existing;
    private BigDecimal totalNet = BigDecimal.ZERO.setScale(2);

    /** One occurrence that could not be invoiced, and why. */
    record Failure(UUID contractId, String customerCode, LocalDate dueOn, BigDecimal netAmount, String reason) {}

    void created(BigDecimal net) {
        created++;
        totalNet = totalNet.add(net);
    }

    void existing(BigDecimal net) {
        existing++;
        totalNet = totalNet.add(net);
    }

    void failed(Failure failure) {
        failed.add(failure);
    }

    int created() {
        return created;
    }

    int existing() {
        return existing;
    }

    List<Failure> failed() {
        return List.copyOf(failed);
    }

    BigDecimal totalNet() {
        return totalNet;
    }
}
