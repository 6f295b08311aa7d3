package fr.syaga.facturation.invoice.document;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceStatus;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.journal.JournalEvent;

@Path("/api/v1/invoices/{id}/document")
@Tag(name = "Oxygène's own document")
class DocumentResource {

    private static final String PDF = "application/pdf";

    private final Invoices invoices;
    private final KeptDocuments documents;
    private final InvoiceJournal journal;
    private final SecurityIdentity caller;
    private final EntityManager database;

    DocumentResource(
            Invoices invoices,
            KeptDocuments documents,
            InvoiceJournal journal,
            SecurityIdentity caller,
            EntityManager database) {
        this.invoices = invoices;
        this.documents = documents;
        this.journal = journal;
        this.caller = caller;
        this.database = database;
    }

    /** What is kept, without its bytes. */
    record DocumentView(UUID invoiceId, int size, String sha256, Instant keptAt, String keptBy) {}

    @PUT
    @RolesAllowed("operator")
    @Consumes(PDF)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            summary = "Keeps the PDF that Oxygène printed",
            description =
                    "At most 10 MB. Deliveries then send these bytes. The same bytes again change nothing; others are refused once the customer got the document.")
    @RequestBody(content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public DocumentView keep(@RestPath String id, InputStream body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.readNBytes(KeptDocument.MAX_BYTES + 1);
        String sha256 = KeptDocument.checked(bytes);
        Invoice invoice = invoices.lock(id);
        boolean isNew = invoice.keepDocument(sha256);
        KeptDocument kept = documents.findByIdOptional(invoice.id()).orElseGet(() -> new KeptDocument(invoice.id()));
        if (isNew) {
            kept.hold(bytes, sha256, caller.getPrincipal().getName());
            documents.persist(kept);
            invoices.flush();
            tell(JournalEvent.DOCUMENT_KEPT, invoice, sha256);
        }
        return new DocumentView(invoice.id(), kept.size(), kept.sha256(), kept.keptAt(), kept.keptBy());
    }

    @GET
    @RolesAllowed("reader")
    @Produces(PDF)
    @Transactional
    @Operation(summary = "The PDF that Oxygène printed, byte for byte")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(@RestPath String id) {
        Invoice invoice = invoices.get(id);
        KeptDocument kept = documents
                .findByIdOptional(invoice.id())
                .orElseThrow(() -> Rejection.notFound("document of Oxygène's for invoice", id));
        String name = Objects.requireNonNullElse(invoice.number(), invoice.id().toString());
        return Response.ok(kept.content(), PDF)
                .header("Content-Disposition", "attachment; filename=\"" + name + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @DELETE
    @RolesAllowed("operator")
    @Transactional
    @Operation(
            summary = "Takes the PDF away again",
            description = "409 once the customer got the document. Without one it changes nothing.")
    public void remove(@RestPath String id) {
        Invoice invoice = invoices.lock(id);
        String sha256 = invoice.documentSha256();
        if (sha256 != null && invoice.keepDocument(null)) {
            documents.deleteById(invoice.id());
            database.flush();
            tell(JournalEvent.DOCUMENT_REMOVED, invoice, sha256);
        }
    }

    /** The journal is of issued documents. */
    private void tell(JournalEvent deed, Invoice invoice, String sha256) {
        if (invoice.status() == InvoiceStatus.ISSUED) {
            journal.document(deed, invoice, sha256);
        }
    }
}
