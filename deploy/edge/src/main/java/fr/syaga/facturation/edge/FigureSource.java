package fr.syaga.facturation.edge;

/** What looks at the database for some {@link Figure}s, whenever {@link FigureReader} says so and never because of a scrape. */
public interface FigureSource {

    /** Sets the figures. Called outside a transaction by one thread at a time; when it throws they stay as they are. */
    void look();
}
