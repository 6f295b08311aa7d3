package fr.syaga.facturation.clockify.layout;

import java.math.BigDecimal;

/**
 * A layout that waits for a yes, or has had its answer.
 *
 * @param key the customer in the user's file
 * @param monthlyNet what the file says a contract's month costs; it bills no time
 * @param state WAITING, ACCEPTED or REJECTED
 */
record ProposalView(String customerCode, String key, LayoutView layout, BigDecimal monthlyNet, String state) {

    static ProposalView of(LayoutProposal proposal) {
        return new ProposalView(
                proposal.customerCode(),
                proposal.templateKey(),
                LayoutView.of(proposal.customerCode(), proposal.layout()),
                proposal.monthlyNet(),
                proposal.state().name());
    }
}
