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
    PDF(
            "factures.zip",
            "application/zip",
            "Issued invoices and credit notes on paper, PDF/A-3: one as a PDF, several in a zip."),
    FACTURX(
            "factures_factur-x.zip",
            "application/zip",
            "Issued invoices and credit notes as Factur-X (EN 16931): one as a PDF, several in a zip."),
    FEC(
            "export-ventes_FEC.txt",
            "text/plain;charset=ISO-8859-15",
            "Sales journal in the form of the FEC (18 columns, tab), an export and not the FEC itself: issued documents."),
    ALL(
            "export_oxygen_factures.zip",
            "application/zip",
            "XML, CSV and XLSX of the same invoices with a manifest of their documents, totals and SHA-256.");

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

    /** True for what the customer gets: issued documents only. */
    public boolean isPaper() {
        return this == PDF || this == FACTURX;
    }

    /** True for what speaks of legal numbers. */
    public boolean isOfIssued() {
        return isPaper() || this == FEC;
    }

    /** What a person should know before using such a file, or null. */
    public String warning() {
        return this == FEC
                ? "Journal des ventes exporté, non validé. Si Oxygène passe déjà ces écritures, ne l’importez pas ailleurs :"
                        + " les ventes seraient comptées deux fois."
                : null;
    }

    /** What a file of this format and name is. */
    public String mediaType(String name) {
        return isPaper() && name.endsWith(".pdf") ? "application/pdf" : mediaType;
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
