package fr.syaga.facturation.recurrence.run;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Rejection;

/** Every morning the invoices due by today are made, those of missed days among them. It fires once however many instances run. */
@ApplicationScoped
class DailyTimer {

    private static final Logger LOG = Logger.getLogger(DailyTimer.class);

    private final BillingRun billingRun;
    private final BusinessDate businessDate;

    DailyTimer(BillingRun billingRun, BusinessDate businessDate) {
        this.billingRun = billingRun;
        this.businessDate = businessDate;
    }

    @Scheduled(identity = "recurring-invoices", cron = "0 0 6 * * ?", timeZone = "Europe/Paris")
    void invoiceWhatIsDue() {
        if (businessDate.isFixed()) {
            return;
        }
        try {
            billingRun.catchUp(businessDate.today());
        } catch (Rejection e) {
            LOG.errorf("The daily run did not come to its end and goes on tomorrow, or when asked: %s", e.getDetail());
        }
    }
}
