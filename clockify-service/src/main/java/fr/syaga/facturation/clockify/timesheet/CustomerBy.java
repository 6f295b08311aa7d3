package fr.syaga.facturation.clockify.timesheet;

/** What decided whose time an entry is; WORDS go before PROJECT, PROJECT before CLIENT, and a person's choice before all. */
public enum CustomerBy {
    CLIENT,
    PROJECT,
    WORDS,
    CHOICE
}
