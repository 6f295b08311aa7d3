package fr.syaga.facturation.clockify.customer;

import fr.syaga.facturation.clockify.timesheet.CustomerBy;

/** What in an entry stands for a customer. */
public enum MappingKind {
    /** The name of its Clockify client. */
    CLIENT(CustomerBy.CLIENT),
    /** The name of its project, where no client is named. */
    PROJECT(CustomerBy.PROJECT),
    /** Words that all stand in its project's name or its text. */
    WORDS(CustomerBy.WORDS);

    private final CustomerBy by;

    MappingKind(CustomerBy by) {
        this.by = by;
    }

    public CustomerBy by() {
        return by;
    }
}
