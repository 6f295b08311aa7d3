package fr.syaga.facturation.clockify.billing.run;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.billing.plan.BillingItem;
import fr.syaga.facturation.clockify.billing.plan.BillingPlan;
import fr.syaga.facturation.clockify.invoicing.InvoicingClient;
import fr.syaga.facturation.clockify.timesheet.DraftCheck;
import fr.syaga.facturation.edge.Rejection;

/** Frees time whose draft was dropped, before a person decides about it: a preview only shows that it is free, and stores nothing. */
@ApplicationScoped
class GoneDrafts implements DraftCheck {

    private static final Logger LOG = Logger.getLogger(GoneDrafts.class);

    private final BillingPlan plan;
    private final InvoicingClient invoicing;

    GoneDrafts(BillingPlan plan, InvoicingClient invoicing) {
        this.plan = plan;
        this.invoicing = invoicing;
    }

    @Override
    public void releaseGone(Collection<UUID> entryIds) {
        List<BillingItem> items =
                plan.holding(entryIds).stream().filter(BillingItem::isBilled).toList();
        if (items.isEmpty()) {
            return;
        }
        try {
            plan.releaseGone(
                    items,
                    invoicing.invoices(
                            items.stream().map(BillingItem::invoiceId).toList()));
        } catch (Rejection down) {
            LOG.infof("Whether drafts are still there was not asked: %s", down.getDetail());
        }
    }
}
