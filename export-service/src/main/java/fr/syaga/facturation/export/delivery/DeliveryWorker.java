package fr.syaga.facturation.export.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.invoicing.InvoicingClient;

/**
 * Sends what a person approved, one mail after the other in each instance. The intent is committed before the first byte leaves;
 * what a dead instance was sending becomes a doubt and never a second mail.
 */
@ApplicationScoped
class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 12;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "postman"));
    private final Deliveries deliveries;
    private final MailSender postman;
    private final InvoicingClient invoicing;
    private final DryRun dryRun;
    private final DeliveryConfig config;

    DeliveryWorker(
            Deliveries deliveries,
            MailSender postman,
            InvoicingClient invoicing,
            DryRun dryRun,
            DeliveryConfig config) {
        this.deliveries = deliveries;
        this.postman = postman;
        this.invoicing = invoicing;
        this.dryRun = dryRun;
        this.config = config;
    }

    private record Claim(Delivery delivery, Deliveries.Enclosure enclosure) {}

    @Scheduled(identity = "delivery-work", every = "${facturation.delivery.poll}")
    void wake() {
        thread.execute(this::workOff);
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }

    private void workOff() {
        try {
            boolean worked;
            do {
                worked = doubtNext();
                worked |= sendNext();
                worked |= tellNext();
            } while (worked);
        } catch (RuntimeException e) {
            LOG.warn("The work on deliveries stopped and is taken up again at the next look", e);
        }
    }

    private boolean doubtNext() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Delivery> abandoned =
                    deliveries.nextAbandoned(Instant.now().minus(config.lease()));
            abandoned.ifPresent(delivery -> {
                LOG.warnf(
                        "Delivery %s of %s was left behind while it was being sent", delivery.id(), delivery.number());
                delivery.doubt("Le service s’est arrêté pendant l’envoi : nul ne sait si le message est parti."
                        + " Vérifiez, puis confirmez ou renvoyez.");
            });
            return abandoned.isPresent();
        });
    }

    private boolean sendNext() {
        Optional<Claim> claimed = QuarkusTransaction.requiringNew()
                .call(() -> deliveries.nextToSend(Instant.now(), dryRun.isOn()).map(delivery -> {
                    delivery.claim(Instant.now());
                    return new Claim(delivery, deliveries.enclosure(delivery.id()));
                }));
        claimed.ifPresent(claim -> {
            MailSender.Outcome outcome = postman.send(claim.delivery(), claim.enclosure());
            change(claim.delivery().id(), (delivery, now) -> settle(delivery, outcome, now));
        });
        return claimed.isPresent();
    }

    private void settle(Delivery delivery, MailSender.Outcome outcome, Instant now) {
        // It took longer than the lease, and a person may have decided meanwhile: only a taken mail is certain then.
        if (!delivery.isSending() && outcome.fate() != MailSender.Fate.TAKEN) {
            return;
        }
        switch (outcome.fate()) {
            case TAKEN -> delivery.sent(now);
            case PUT_OFF -> delivery.putOff(outcome.why(), now.plus(pause(delivery.attempts())));
            case REFUSED -> delivery.refuse(outcome.why());
            case UNKNOWN -> delivery.doubt(outcome.why());
        }
        LOG.infof(
                "Delivery %s of %s: %s%s",
                delivery.id(),
                delivery.number(),
                delivery.status(),
                outcome.why() == null ? "" : " (" + outcome.why() + ")");
    }

    private boolean tellNext() {
        Optional<Delivery> sent = QuarkusTransaction.requiringNew()
                .call(() -> deliveries.nextToTell(Instant.now()).map(delivery -> {
                    delivery.tellLater(Instant.now().plus(LONGEST_PAUSE));
                    return delivery;
                }));
        sent.ifPresent(delivery -> {
            boolean told = tell(delivery);
            change(delivery.id(), (known, now) -> {
                if (told) {
                    known.told(now);
                } else {
                    known.tellLater(now.plus(pause(known.attempts())));
                }
            });
        });
        return sent.isPresent();
    }

    private boolean tell(Delivery delivery) {
        try {
            invoicing.sent(
                    delivery.invoiceId(), delivery.sentAt(), delivery.envelope().customers());
            return true;
        } catch (Rejection e) {
            return false;
        }
    }

    private void change(UUID id, BiConsumer<Delivery, Instant> deed) {
        QuarkusTransaction.requiringNew().run(() -> deed.accept(deliveries.locked(id), Instant.now()));
    }

    private static Duration pause(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
