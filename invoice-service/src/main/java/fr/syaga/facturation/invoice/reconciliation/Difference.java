package fr.syaga.facturation.invoice.reconciliation;

/** One thing on which list and cache do not agree, with what each of them says; null where one says nothing. */
record Difference(Kind kind, String number, String listed, String cached) {

    /** What differs. Only the kinds marked as counted stand in the reconciliation's counts. */
    public enum Kind {
        /** Counted: the net amount differs by a cent or more. */
        NET_AMOUNT,
        VAT_AMOUNT,
        GROSS_AMOUNT,
        /** Counted: the cache's lines, if it has any, do not add up to the list's net amount. */
        LINES_NET_AMOUNT,
        /** Counted: the cache's date is none of the calendar. */
        INVALID_DATE,
        OTHER_DATE,
        /** Counted: neither code nor name of the cache finds a customer. */
        UNKNOWN_CUSTOMER,
        MISSING_CUSTOMER_CODE,
        OTHER_CUSTOMER_CODE,
        /** Counted: the list does not have the number. */
        ONLY_IN_CACHE,
        /** Counted: the cache does not have the number. */
        ONLY_IN_HISTORY
    }
}
