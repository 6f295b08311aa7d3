package fr.syaga.facturation.recurrence.occurrence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.recurrence.invoicing.DraftResult;
import fr.syaga.facturation.recurrence.schedule.Period;

/** Writes what a run does to occurrences, each in a transaction of its own that no call to a neighbour lengthens. */
@ApplicationScoped
public class Claims {

    private static final String SHARED =
            "The months %s to %s share days with an invoice of this contract made for %s to %s: its calendar was changed. Skip this due date, or give the contract other months.";

    private final Occurrences occurrences;
    private final ClaimRows rows;

    Claims(Occurrences occurrences, ClaimRows rows) {
        this.occurrences = occurrences;
        this.rows = rows;
    }

    /**
     * The occurrences of contracts and periods as they are to be asked for; two runs at once get the same ones. One whose months
     * share days with what was sent already is failed, with the reason.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Map<OccurrenceKey, Occurrence> claim(List<InvoiceRequest> requests, UUID runId) {
        rows.oneAtATime();
        Set<UUID> unclear = withSharedDays(requests);
        Map<OccurrenceKey, Occurrence> claimed = new HashMap<>();
        for (InvoiceRequest each : requests) {
            Occurrence fresh = new Occurrence(each);
            if (!unclear.contains(fresh.contractId())) {
                fresh.claim(each, runId);
            }
            claimed.put(each.key(), fresh);
        }
        Map<UUID, String> problems = rows.insert(List.copyOf(claimed.values()), runId, SHARED);
        List<InvoiceRequest> known = new ArrayList<>();
        for (InvoiceRequest each : requests) {
            Occurrence fresh = claimed.get(each.key());
            if (!fresh.isFixed() || !problems.containsKey(fresh.id())) {
                known.add(each);
            } else if (problems.get(fresh.id()) != null) {
                fresh.failed(problems.get(fresh.id()));
            }
        }
        if (!known.isEmpty()) {
            claimed.putAll(claimKnown(known, runId));
        }
        return claimed;
    }

    /** The contracts of which two periods that are to be claimed share days: these are looked at one after the other. */
    private static Set<UUID> withSharedDays(List<InvoiceRequest> requests) {
        Map<UUID, List<Period>> periods = new HashMap<>();
        Set<UUID> found = new HashSet<>();
        for (InvoiceRequest each : requests) {
            UUID contract = each.contractId();
            Period period = each.period();
            List<Period> before = periods.computeIfAbsent(contract, id -> new ArrayList<>());
            if (before.stream().anyMatch(period::overlaps)) {
                found.add(contract);
            }
            before.add(period);
        }
        return found;
    }

    /** Those of which there is something in the database. */
    private Map<OccurrenceKey, Occurrence> claimKnown(List<InvoiceRequest> requests, UUID runId) {
        Map<OccurrenceKey, Occurrence> locked = occurrences.lockKnown(requests);
        Map<OccurrenceKey, Period> asked = new HashMap<>();
        requests.forEach(each -> asked.put(each.key(), locked.get(each.key()).period(each)));
        Map<OccurrenceKey, Period> sent = occurrences.overlapping(asked);
        Map<UUID, List<Period>> claimed = new HashMap<>();
        for (InvoiceRequest each : requests) {
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
        return SHARED.formatted(period.from(), period.to(), other.from(), other.to());
    }

    /**
     * Writes down what invoice-service said of each occurrence; one that another run had better luck with stays as it is.
     *
     * @return the occurrences as they are now
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Occurrence> settle(Map<Occurrence, DraftResult> results) {
        if (results.values().stream().noneMatch(each -> each.isRefused() || each.isCancelled())) {
            Map<UUID, UUID> invoices = new HashMap<>();
            results.forEach((occurrence, result) -> {
                occurrence.invoiced(result.id());
                invoices.put(occurrence.id(), result.id());
            });
            rows.invoiced(invoices);
            return List.copyOf(results.keySet());
        }
        Map<UUID, DraftResult> byId = new HashMap<>();
        results.forEach((occurrence, result) -> byId.put(occurrence.id(), result));
        List<Occurrence> locked = occurrences.lockAll(byId.keySet());
        for (Occurrence occurrence : locked) {
            DraftResult result = byId.get(occurrence.id());
            if (result.isRefused()) {
                occurrence.failed(result.reason());
            } else if (result.isCancelled()) {
                occurrence.withdrawn();
            } else {
                occurrence.invoiced(result.id());
            }
        }
        return locked;
    }
}
