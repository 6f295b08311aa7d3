package fr.syaga.facturation.clockify.layout;

/** What a line of time counts. */
public enum BilledUnit {
    HOUR("HUR"),
    DAY("DAY"),
    /** One price a month, whatever the hours. */
    FIXED("C62");

    private final String code;

    BilledUnit(String code) {
        this.code = code;
    }

    /** UN/ECE's code of the unit. */
    public String code() {
        return code;
    }
}
