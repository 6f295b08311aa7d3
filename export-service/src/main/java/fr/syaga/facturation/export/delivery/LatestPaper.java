package fr.syaga.facturation.export.delivery;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoicingClient;

/** Whether a mail that waits still carries the right paper: once Oxygène's own is kept, none of ours goes to the customer. */
@ApplicationScoped
class LatestPaper {

    private final Deliveries deliveries;
    private final InvoicingClient invoicing;

    LatestPaper(Deliveries deliveries, InvoicingClient invoicing) {
        this.deliveries = deliveries;
        this.invoicing = invoicing;
    }

    /** @throws Rejection 409 for a mail that was written before Oxygène's paper was put; 503 when that cannot be asked */
    void require(UUID deliveryId) {
        Delivery delivery = QuarkusTransaction.requiringNew().call(() -> deliveries.get(deliveryId));
        if (delivery.ownDocument() || !delivery.waitsForAYes()) {
            return;
        }
        Invoice invoice = invoicing.byId(Set.of(delivery.invoiceId())).get(delivery.invoiceId());
        if (invoice != null && invoice.hasOwnDocument()) {
            throw Rejection.conflict(
                    "document-changed",
                    "Oxygène's own paper was put for %s after this mail was written; cancel the delivery and order it anew."
                            .formatted(delivery.number()));
        }
    }
}
