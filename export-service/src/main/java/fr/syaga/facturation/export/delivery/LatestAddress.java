package fr.syaga.facturation.export.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.invoicing.Customer;
import fr.syaga.facturation.export.invoicing.InvoicingClient;

/** Where a mail that waits, or that was refused, goes now: somebody may have corrected the customer's address meanwhile. */
@ApplicationScoped
class LatestAddress {

    private final Deliveries deliveries;
    private final InvoicingClient invoicing;

    LatestAddress(Deliveries deliveries, InvoicingClient invoicing) {
        this.deliveries = deliveries;
        this.invoicing = invoicing;
    }

    /**
     * The addresses to send it to; empty for a mail that keeps those it was written to. Asks invoice-service, so to be called
     * outside any transaction.
     *
     * @throws Rejection 409 when no mail reaches the customer; 503 when that cannot be asked
     */
    Optional<List<String>> of(UUID deliveryId) {
        Delivery delivery = QuarkusTransaction.requiringNew().call(() -> deliveries.get(deliveryId));
        if (!delivery.takesTheLatestAddress()) {
            return Optional.empty();
        }
        return Optional.of(usable(
                delivery.customerCode(),
                invoicing
                        .customer(delivery.customerCode())
                        .map(Customer::emails)
                        .orElseGet(() -> delivery.envelope().customers())));
    }

    /** @throws Rejection 409 naming the customer, and the address that no server takes */
    static List<String> usable(String customerCode, List<String> addresses) {
        if (addresses.isEmpty()) {
            throw Rejection.conflict(
                    "recipient-missing",
                    "The customer %s has no e-mail address. Enter it with PUT /api/v1/customers/{code} of invoice-service."
                            .formatted(customerCode));
        }
        try {
            return MailAddress.deliverable(addresses);
        } catch (MailAddress.Unusable e) {
            throw Rejection.conflict(
                    "recipient-unusable",
                    "No mail reaches the customer %s: %s".formatted(customerCode, e.getMessage()));
        }
    }
}
