package fr.syaga.facturation.recurrence.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.recurrence.invoicing.DraftResult;
import fr.syaga.facturation.recurrence.schedule.Period;

/** Writes what a run does to occurrences, each in a transaction of its own that no call to a neighbour lengthens. */
@ApplicationScoped
class Claims {

    private final Occurrences occurrences;

    Claims(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    /**
     * The occurrences of contracts and periods as they are to be asked for; two runs at once get the same ones. One whose months
     * share days with what was sent already is failed, with the reason.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Map<Occurrences.Key, Occurrence> claim(List<Planned> planned, UUID runId) {
        Map<Occurrences.Key, Occurrence> locked = occurrences.lock(planned);
        Map<Occurrences.Key, Period> asked = new HashMap<>();
        planned.forEach(each -> asked.put(each.key(), locked.get(each.key()).period(each)));
        Map<Occurrences.Key, Period> sent = occurrences.overlapping(asked);
        Map<UUID, List<Period>> claimed = new HashMap<>();
        for (Planned each : planned) {
            Occurrence occurrence = locked.get(each.key());
            occurrence.claim(each, runId);
            Period period = asked.get(each.key());
            List<Period> before = claimed.computeIfAbsent(occurrence.contractId(), contract -> new ArrayList<>());
            if (!occurrence.isInvoiced()) {
                Optional.ofNullable(sent.get(each.key()))
                        .or(() -> before.stream().filter(period::overlaps).findFirst())
                        .ifPresent(other -> occurrence.failed(shared(period, other)));
            }
            if (occurrence.isFixed()) {
                before.add(period);
            }
        }
        return locked;
    }

    private static String shared(Period period, Period other) {
        return "The months %s to %s share days with an invoice of this contract made for %s to %s: its calendar was changed. Skip this due date, or give the contract other months."
                .formatted(period.from(), period.to(), other.from(), other.to());
    }

    /** Writes down what invoice-service said of each occurrence; one that another run had better luck with stays as it is. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void settle(Map<UUID, DraftResult> results) {
        for (Occurrence occurrence : occurrences.lockAll(results.keySet())) {
            DraftResult result = results.get(occurrence.id());
            if (result.isRefused()) {
                occurrence.failed(result.reason());
            } else if (result.isCancelled()) {
                occurrence.withdrawn();
            } else {
                occurrence.invoiced(result.id());
            }
        }
    }
}
