package fr.syaga.facturation.recurrence.detection;

/** The months of the year in which a customer is invoiced: work that comes every spring comes at yearly distances by chance. */
final class Season {

    /** More often than that a season proves nothing. */
    private static final int HALF_A_YEAR = 6;

    /** A month of the year with twice its share of the invoices is a season. */
    private static final double TWICE = 2;

    /** That all months are alike is worth that many invoices before any is seen. */
    private static final double KNOWN = 8;

    private final boolean matters;
    private final int[] others = new int[Months.A_YEAR];
    private int all;

    /** Judged by what a candidate does not explain. */
    Season(Ledger ledger, CandidateContract candidate) {
        this.matters = candidate.step() >= HALF_A_YEAR;
        for (int month = 0; month < Months.A_YEAR && matters; month++) {
            others[month] = ledger.freeInMonthOfYear(month);
            all += others[month];
        }
        for (BilledOccurrence occurrence : candidate.occurrences()) {
            if (matters && occurrence.invoice().isFree()) {
                others[occurrence.invoice().monthOfYear()]--;
                all--;
            }
        }
    }

    /** The logarithm of how many times its share of the invoices the month of one has, when that is a season. */
    double of(StandingInvoice invoice) {
        double share = (others[invoice.monthOfYear()] + KNOWN / Months.A_YEAR) / (all + KNOWN);
        double often = share * Months.A_YEAR;
        return matters && often >= TWICE ? Math.log(often) : 0;
    }
}
