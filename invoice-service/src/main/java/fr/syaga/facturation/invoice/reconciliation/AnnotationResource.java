package fr.syaga.facturation.invoice.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.invoice.cache.CachedInvoice;
import fr.syaga.facturation.invoice.cache.CachedInvoices;
import fr.syaga.facturation.invoice.cache.CachedSending;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.Invoices;

@Path("/api/v1/invoices/{id}/annotation")
@Tag(name = "Reconciliation")
class AnnotationResource {

    private final Invoices invoices;
    private final CachedInvoices cached;

    AnnotationResource(Invoices invoices, CachedInvoices cached) {
        this.invoices = invoices;
        this.cached = cached;
    }

    /**
     * What the cache says of an imported document, beside it and never instead of it.
     *
     * @param designation in its standard form
     * @param rawDesignation as the cache has it
     * @param sentOn the day on which the cache knows that the customer got it; null when it knows of none
     * @param sentAt midday of that day
     */
    record Annotation(
            String number,
            String designation,
            String rawDesignation,
            String dateText,
            String customerCode,
            String customerName,
            BigDecimal netAmount,
            LocalDate sentOn,
            Instant sentAt,
            List<String> recipients,
            LocalDate dueOn,
            List<CachedInvoice.Line> lines) {

        static Annotation of(CachedInvoice row) {
            CachedInvoice.Said said = row.said();
            return new Annotation(
                    row.number(),
                    row.standardDesignation(),
                    said.designation(),
                    said.dateText(),
                    said.customerCode(),
                    said.customerName(),
                    said.netAmount(),
                    said.sending().on(),
                    new CachedSending(said.sending().on(), said.sending().recipients()).at(),
                    said.sending().recipients(),
                    said.terms().dueOn(),
                    said.lines());
        }
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(
            summary = "What the cache says of an imported document",
            description =
                    "Designation, lines, sending and recipients are annotations beside it. 404 when the cache does not have it.")
    public Annotation annotation(@RestPath String id) {
        return invoices.findByIdOptional(RequestValue.id("invoice", id))
                .map(Invoice::number)
                .flatMap(cached::findByIdOptional)
                .map(Annotation::of)
                .orElseThrow(() -> Rejection.notFound("annotation of invoice", id));
    }
}
