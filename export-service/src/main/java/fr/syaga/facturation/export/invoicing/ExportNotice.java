package fr.syaga.facturation.export.invoicing;

import java.util.List;

/** The news to invoice-service that invoices left in a file, each under its key. */
record ExportNotice(String exportId, List<Item> items) {

    /** One invoice and the key under which it left. */
    record Item(String id, String key) {}

    /** What invoice-service says to each. */
    record Answer(List<Result> items) {}

    /** MARKED, ALREADY or FAILED. */
    record Result(String id, String result) {}
}
