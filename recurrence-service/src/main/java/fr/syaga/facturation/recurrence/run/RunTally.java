package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.recurrence.plan.Planned;

/** Counts what a run does with what was due at its begin: each ends as made, existing or failed, or remains. */
final class RunTally {

    private final List<Failure> failed = new ArrayList<>();
    private int due;
    private int created;
    private int existing;
    private BigDecimal totalNet = BigDecimal.ZERO.setScale(2);

    /** One occurrence that could not be invoiced, and why. */
    record Failure(UUID contractId, String customerCode, LocalDate dueOn, BigDecimal netAmount, String reason) {}

    RunTally(List<Planned> plan) {
        due = (int) plan.stream().filter(Planned::isDue).count();
        plan.stream().filter(each -> each.isDue() && !each.isOpen()).forEach(each -> existing(each.netAmount()));
    }

    void created(BigDecimal net) {
        created++;
        totalNet = totalNet.add(net);
    }

    void existing(BigDecimal net) {
        existing++;
        totalNet = totalNet.add(net);
    }

    void failed(Planned planned, String reason) {
        failed.add(new Failure(
                planned.contract().id(),
                planned.contract().customerCode(),
                planned.dueOn(),
                planned.netAmount(),
                reason));
    }

    /** A person skipped it while the run was under way. */
    void skipped() {
        due--;
    }

    int due() {
        return due;
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

    /** What the run did not come to, because it was broken off. */
    int remaining() {
        return due - created - existing - failed.size();
    }

    BigDecimal totalNet() {
        return totalNet;
    }
}
