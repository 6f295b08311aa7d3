package fr.syaga.facturation.invoice.batch;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceStatus;
import fr.syaga.facturation.invoice.invoice.InvoiceView;

/**
 * What became of one item of a batch.
 *
 * @param index the place of the item in the request, from 0
 * @param reference the writer's own key; of an item that failed, what it is known by
 * @param invoice the whole document, when {@code view=full} was asked for
 * @param problem why it failed; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchOutcome(
        int index,
        UUID id,
        String reference,
        String result,
        InvoiceStatus status,
        InvoiceView invoice,
        Problem problem) {

    static final String FAILED = "FAILED";
    private static final int UNEXPECTED = 500;

    /** The problem document of one item. */
    record Problem(int status, String type, String detail) {}

    /** Inside the transaction, for a whole view may read lines. */
    static BatchOutcome of(int index, String result, Invoice invoice, boolean whole) {
        return new BatchOutcome(
                index,
                invoice.id(),
                invoice.reference(),
                result,
                invoice.status(),
                whole ? InvoiceView.of(invoice) : null,
                null);
    }

    static BatchOutcome of(int index, String result, InvoiceView invoice, boolean whole) {
        return new BatchOutcome(
                index, invoice.id(), invoice.reference(), result, invoice.status(), whole ? invoice : null, null);
    }

    static BatchOutcome refused(int index, String name, Rejection why) {
        return failed(
                index, name, new Problem(why.getStatusCode(), why.getType().toString(), why.getDetail()));
    }

    static BatchOutcome unexpected(int index, String name) {
        return failed(
                index,
                name,
                new Problem(UNEXPECTED, "urn:facturation:problem:unexpected", "An unexpected error; it was logged."));
    }

    private static BatchOutcome failed(int index, String name, Problem problem) {
        return new BatchOutcome(index, null, name, FAILED, null, null, problem);
    }
}
