package fr.syaga.facturation.export.document;

import java.util.Arrays;
import java.util.Optional;

/** A form in which invoices can leave, with its default file name. */
public enum Format {
    OXYGENE_XML(
            "export_oxygen_factures.xml",
            "application/xml",
            "Import of sales documents into Oxygène (Memsoft): one PIECE an invoice, UTF-8 with BOM."),
    CSV(
            "export_oxygen_factures.csv",
            "text/csv;charset=UTF-8",
            "One row an invoice for a French Excel: UTF-8 with BOM, semicolons, decimal comma."),
    XLSX(
            "export_oxygen_factures.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Workbook with typed dates and amounts, a total row, and a sheet by customer and month."),
    ALL(
            "export_oxygen_factures.zip",
            "application/zip",
            "The three files above with a manifest of their documents, totals and SHA-256.");

    private final String fileName;
    private final String mediaType;
    private final String description;

    Format(String fileName, String mediaType, String description) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.description = description;
    }

    /** The format of that name, if it is offered. */
    public static Optional<Format> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(name))
                .findFirst();
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    public String description() {
        return description;
    }
}
