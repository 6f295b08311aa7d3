package fr.syaga.facturation.clockify.mapping;

/** What follows from mappings that changed. Categories know; mappings only ask. */
public interface MappingEffect {

    /** Judges all open time by what the caller's transaction holds, and in it. */
    void judgeAllHere();
}
