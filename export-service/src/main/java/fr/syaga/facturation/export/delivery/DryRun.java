package fr.syaga.facturation.export.delivery;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.edge.Rejection;

/** While it lasts one address gets every mail and no customer gets any, whenever the mail was ordered. */
@ApplicationScoped
class DryRun {

    private final DeliveryConfig config;

    DryRun(DeliveryConfig config) {
        this.config = config;
    }

    boolean isOn() {
        return redirectedTo().isPresent();
    }

    Optional<String> redirectedTo() {
        return config.redirectTo();
    }

    /** @throws Rejection 409 for a mail that would reach its customer */
    void require(Delivery delivery) {
        if (isOn() && !delivery.envelope().isRedirected()) {
            throw Rejection.conflict(
                    "dry-run",
                    "All mail goes to %s (DELIVERY_REDIRECT_TO), and this one to %s: order the invoice anew for the dry run, or take the setting away."
                            .formatted(
                                    redirectedTo().orElseThrow(),
                                    delivery.envelope().recipients()));
        }
    }
}
