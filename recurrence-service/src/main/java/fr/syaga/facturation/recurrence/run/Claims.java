package fr.syaga.facturation.recurrence.run;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Writes occurrences, each in a transaction of its own that no call to a neighbour lengthens. */
@ApplicationScoped
class Claims {

    private static final String INSERT = """
            INSERT INTO occurrence (id, contract_id, period_from, period_to, due_on, net_amount, label, approve, status, run_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'CLAIMED', ?9)
            ON CONFLICT ON CONSTRAINT occurrence_of_a_contract_and_period_exists_once DO NOTHING""";

    private final Occurrences occurrences;

    Claims(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    /** The occurrence of a contract and period, made now or found; two runs at once get the same one. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Occurrence claim(BillingRun.Due due, UUID runId) {
        Occurrence fresh = new Occurrence(due.contract(), due.invoice(), runId);
        int made = occurrences
                .getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter(1, fresh.id())
                .setParameter(2, fresh.contractId())
                .setParameter(3, fresh.periodFrom())
                .setParameter(4, fresh.periodTo())
                .setParameter(5, fresh.dueOn())
                .setParameter(6, fresh.netAmount())
                .setParameter(7, fresh.label())
                .setParameter(8, fresh.approve())
                .setParameter(9, runId)
                .executeUpdate();
        if (made == 1) {
            return fresh;
        }
        Occurrence known = occurrences
                .of(fresh.contractId(), fresh.periodFrom())
                .orElseThrow(() -> new IllegalStateException("An occurrence is never deleted"));
        if (known.status() == OccurrenceStatus.FAILED) {
            known.claim(due.contract(), due.invoice(), runId);
        }
        return known;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void invoiced(UUID id, UUID invoiceId) {
        occurrences.findById(id).invoiced(invoiceId);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(UUID id, String reason) {
        occurrences.findById(id).failed(reason);
    }
}
