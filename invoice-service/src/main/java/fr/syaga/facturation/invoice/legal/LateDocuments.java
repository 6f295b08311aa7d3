package fr.syaga.facturation.invoice.legal;

/** Documents that got their number before anybody said which company issues: they say it as soon as it is known. */
public interface LateDocuments {

    /** How many still wait for it. */
    long pending();

    /** Begins to freeze what the law asks for on all of them; returns when it is done, or after a second while it goes on. */
    void freeze();
}
