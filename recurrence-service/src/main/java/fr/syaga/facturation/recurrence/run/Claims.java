package fr.syaga.facturation.recurrence.run;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Writes what a run does to occurrences, each in a transaction of its own that no call to a neighbour lengthens. */
@ApplicationScoped
class Claims {

    private final Occurrences occurrences;

    Claims(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    /** The occurrence of a contract and period as it is to be asked for; two runs at once get the same one. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Occurrence claim(Planned planned, UUID runId) {
        Occurrence occurrence = occurrences.lock(planned);
        occurrence.claim(planned, runId);
        if (!occurrence.isInvoiced()) {
            occurrences
                    .overlapping(occurrence)
                    .ifPresent(other -> occurrence.failed(
                            "The months %s to %s share days with an invoice of this contract made for %s to %s: its calendar was changed. Skip this due date, or give the contract other months."
                                    .formatted(
                                            occurrence.periodFrom(),
                                            occurrence.periodTo(),
                                            other.periodFrom(),
                                            other.periodTo())));
        }
        return occurrence;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void invoiced(UUID id, UUID invoiceId) {
        occurrences.lock(id).invoiced(invoiceId);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void withdrawn(UUID id) {
        occurrences.lock(id).withdrawn();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(UUID id, String reason) {
        occurrences.lock(id).failed(reason);
    }
}
