package fr.syaga.facturation.recurrence.schedule;

/** How often a contract is invoiced: a whole number of months that divides the year. */
public enum Periodicity {
    MONTHLY(1, "mensuel", "MENSUELLE"),
    BIMONTHLY(2, "bimestriel", "BIMESTRIELLE"),
    QUARTERLY(3, "trimestriel", "TRIMESTRIELLE"),
    SEMIANNUAL(6, "semestriel", "SEMESTRIELLE"),
    ANNUAL(12, "annuel", "ANNUELLE");

    private final int months;
    private final String french;
    private final String frenchRecurrence;

    Periodicity(int months, String french, String frenchRecurrence) {
        this.months = months;
        this.french = french;
        this.frenchRecurrence = frenchRecurrence;
    }

    /** The months from one due date to the next. */
    public int months() {
        return months;
    }

    /** How many due dates a year has. */
    public int perYear() {
        return 12 / months;
    }

    /** The adjective of the user's own configuration file, e.g. {@code trimestriel}. */
    public String french() {
        return french;
    }

    /** The word of the user's pattern file, e.g. {@code TRIMESTRIELLE}. */
    public String frenchRecurrence() {
        return frenchRecurrence;
    }

    /**
     * How many consecutive unbilled due dates mean that a contract has ended: three, because a pause of two is common; two
     * when they are half a year or more apart, because nobody waits longer to say that it is over.
     */
    public int missesThatEnd() {
        return months >= 6 ? 2 : 3;
    }

    /** The periodicity of that many months; null when there is none. */
    public static Periodicity ofMonths(int months) {
        for (Periodicity each : values()) {
            if (each.months == months) {
                return each;
            }
        }
        return null;
    }
}
