package fr.syaga.facturation.invoice.drafting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.edge.JsonLines;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceOrigin;
import fr.syaga.facturation.invoice.invoice.InvoiceView;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.invoice.Refusal;
import fr.syaga.facturation.invoice.legal.LegalFacts;
import fr.syaga.facturation.invoice.legal.LegalMentions;
import fr.syaga.facturation.invoice.search.InvoiceFields;
import fr.syaga.facturation.invoice.search.InvoiceFilter;
import fr.syaga.facturation.invoice.search.InvoiceSearch;

@Path("/api/v1/invoices")
@Tag(name = "Invoices")
class InvoiceResource {

    private static final int LONGEST_STREAM_SECONDS = 3600;

    private final Invoices invoices;
    private final InvoiceSearch search;
    private final InvoiceDrafting drafting;
    private final ObjectMapper json;
    private final LegalMentions mentions;
    private final EntityManager database;
    private final BusinessDate date;

    InvoiceResource(
            Invoices invoices,
            InvoiceSearch search,
            InvoiceDrafting drafting,
            LegalMentions mentions,
            ObjectMapper json,
            EntityManager database,
            BusinessDate date) {
        this.invoices = invoices;
        this.search = search;
        this.drafting = drafting;
        this.mentions = mentions;
        this.json = json;
        this.database = database;
        this.date = date;
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Invoices and credit notes in the order of their dates")
    public Page<InvoiceView> list(
            @BeanParam InvoiceFilter filter, @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        int size = Page.limit(RequestValue.number("limit", limit));
        expireQuotes(filter);
        Page<Invoice> page = Page.of(search.after(cursor, filter.where(), size), size, InvoiceSearch::place);
        return new Page<>(page.items().stream().map(InvoiceView::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/stream")
    @RolesAllowed("reader")
    @Produces(JsonLines.MEDIA_TYPE)
    @Operation(
            summary = "Any number of documents as lines of JSON",
            description =
                    "The last line is {\"end\":true,\"count\":N}; a stream without it is broken and must not be used. fields names those that are to be read alone, such as number,customerCode,issuedOn,netAmount: a stream of many documents then takes a fraction of the time.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = InvoiceView.class)))
    public StreamingOutput stream(@BeanParam InvoiceFilter filter, @QueryParam("fields") List<String> names) {
        InvoiceFields fields = InvoiceFields.of(names);
        filter.where();
        QuarkusTransaction.requiringNew().run(() -> expireQuotes(filter));
        return out -> QuarkusTransaction.requiringNew()
                .timeout(LONGEST_STREAM_SECONDS)
                .run(() -> write(filter, fields, out));
    }

    /** One snapshot of the database for the whole stream, whatever is written meanwhile. */
    private void write(InvoiceFilter filter, InvoiceFields fields, OutputStream out) {
        database.createNativeQuery("set transaction isolation level repeatable read, read only")
                .executeUpdate();
        try {
            if (fields.areAll()) {
                JsonLines.write(out, json, search.stream(filter), InvoiceView::of);
            } else {
                JsonLines.write(out, json, search.stream(filter, fields), Function.identity());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @POST
    @RolesAllowed("operator")
    @Operation(
            summary = "Writes a draft",
            description =
                    "Repeatable by the header Idempotency-Key or the body's reference: 201 first, 200 with the same document after.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InvoiceView.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InvoiceView.class)))
    public Response draft(
            @NotNull @Valid InvoiceDraft draft, @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) String key) {
        InvoiceDrafting.Outcome outcome = drafting.draft(draft, key, false);
        URI location = URI.create("/api/v1/invoices/" + outcome.invoice().id());
        return (outcome.created() ? Response.created(location) : Response.ok().location(location))
                .entity(outcome.invoice())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "One document")
    public InvoiceView get(@RestPath String id) {
        Invoice invoice = invoices.get(id);
        if (invoice.isLapsed(date.today())) {
            invoices.expireQuotes(date.today());
            database.refresh(invoice);
        }
        return InvoiceView.of(invoice);
    }

    private void expireQuotes(InvoiceFilter filter) {
        if (filter.asksForQuotes()) {
            invoices.expireQuotes(date.today());
        }
    }

    @GET
    @Path("/{id}/legal-mentions")
    @RolesAllowed("reader")
    @Transactional
    @Operation(
            summary = "What a document must say beside its lines",
            description =
                    "Of an issued document what was frozen then, of another one what would be frozen now; missing names what nobody entered. 404 for an imported document: Oxygène printed it.")
    public LegalFacts legalMentions(@RestPath String id) {
        Invoice invoice = invoices.get(id);
        if (invoice.origin() == InvoiceOrigin.HISTORY) {
            throw Rejection.notFound("legal mention of the imported document", id);
        }
        return invoice.legalFacts() == null ? mentions.of(invoice.asker()) : invoice.legalFacts();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("operator")
    @Operation(
            summary = "Changes a draft",
            description =
                    "Reference, origin, contract, run, dates of issue and period and creditOf stay where they are not named. A line of measured time keeps its first quantity as measuredQuantity, beside quantityReason. 409 when it is no draft any more; with If-Match: 412 when somebody changed it meanwhile.")
    public InvoiceView change(
            @RestPath String id, @NotNull @Valid InvoiceDraft draft, @HeaderParam("If-Match") IfMatch seen) {
        return drafting.rewrite(id, draft, seen);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("operator")
    @Transactional
    @Operation(
            summary = "Drops a draft",
            description = "Its reference is free again. 409 when it is no draft any more.")
    public void drop(@RestPath String id, @HeaderParam("If-Match") IfMatch seen) {
        Invoice invoice = invoices.lock(id);
        IfMatch.check(seen, invoice.version());
        invoice.requireDraft("dropped");
        if (invoice.number() != null) {
            throw Refusal.sentQuote(invoice);
        }
        invoices.delete(invoice);
    }
}
