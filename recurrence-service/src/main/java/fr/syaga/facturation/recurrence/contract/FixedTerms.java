package fr.syaga.facturation.recurrence.contract;

import java.util.Objects;
import java.util.UUID;

import fr.syaga.facturation.edge.Rejection;

/**
 * What of a contract no change can touch, because its invoices or its history stand for it: a change that names something else is
 * refused with the way out, and never taken and ignored.
 *
 * @param touched something of it was invoiced, tried or skipped
 */
record FixedTerms(Contract contract, boolean touched) {

    void check(ContractTerms terms) {
        check("customerCode", contract.customerCode(), terms.customerCode().strip());
        check("billFrom", contract.billFrom(), terms.billFrom());
        if (touched || contract.patternId() != null) {
            check("since", contract.since(), terms.since());
        }
        UUID pattern = terms.patternId();
        check("patternId", contract.patternId(), pattern);
    }

    private void check(String field, Object now, Object asked) {
        if (asked != null && !Objects.equals(now, asked)) {
            throw Rejection.conflict(
                    "contract-term-is-fixed",
                    "%s of this contract is %s and stays so, not %s: end this contract (POST /api/v1/contracts/%s/end) and write another one (POST /api/v1/contracts)."
                            .formatted(field, now == null ? "none" : now, asked, contract.id()));
        }
    }
}
