package fr.syaga.facturation.invoice.customer;

/** Whether a customer is somebody whom French law knows by a SIREN. */
public enum CustomerKind {
    /** A company, as is supposed of everybody: in France it has a SIREN. */
    COMPANY,
    /** A private person: it never has one. */
    PRIVATE_PERSON,
    /** A company or a body that never will have one, such as in Monaco or an embassy. */
    WITHOUT_SIREN
}
