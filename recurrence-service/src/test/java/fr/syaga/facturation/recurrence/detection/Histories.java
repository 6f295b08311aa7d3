package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fr.syaga.facturation.recurrence.schedule.Periodicity;

/** An invented company whose contracts are known. */
interface Histories {

    /** How messy: the ordinary company, and one in which every customer has several troubles at once. */
    enum Mix {
        ORDINARY,
        HARDEST
    }

    /**
     * A contract that really exists.
     *
     * @param lastDueMonth the last due month that was billed; it may be the one after the analysis, billed early
     */
    record Truth(Periodicity periodicity, long netCents, int dayOfMonth, int lastDueMonth, boolean active) {}

    /**
     * A customer's documents and contracts.
     *
     * @param kind what befell it, for whoever reads the errors
     * @param billed by months between them, the due dates of each contract as they were billed
     */
    record Case(
            CustomerHistory history,
            String kind,
            List<Truth> contracts,
            Map<Integer, List<List<BillingCounts.DueDate>>> billed) {}

    LocalDate asOf();

    List<Case> customers(int count);
}
