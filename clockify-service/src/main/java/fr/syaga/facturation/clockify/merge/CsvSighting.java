package fr.syaga.facturation.clockify.merge;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The n-th occurrence of a CSV row and the entry that it was found to be: the same row again is that entry, whatever changed. */
@Entity
@Table(name = "csv_sighting")
class CsvSighting {

    @EmbeddedId
    private Row row;

    private UUID entryId;

    protected CsvSighting() {}

    CsvSighting(Row row, UUID entryId) {
        this.row = row;
        this.entryId = entryId;
    }

    Row row() {
        return row;
    }

    UUID entryId() {
        return entryId;
    }

    /** A row's key and which of several equal ones it is, from 1. */
    @Embeddable
    record Row(String rowKey, int occurrence) implements Serializable {}
}
