package fr.syaga.facturation.edge;

/** A view of something that several people may change: it says which version of it they saw. */
public interface Versioned {

    /** Counts up with every change. */
    int version();
}
