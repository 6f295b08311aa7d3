package fr.syaga.facturation.export.delivery;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoicingClient;
import fr.syaga.facturation.export.invoicing.PaperFacts;
import fr.syaga.facturation.export.oxygene.OxygeneProfiles;
import fr.syaga.facturation.export.paper.Paper;

/** How a document looks or will look on paper. */
@Path("/api/v1/invoices")
public class PreviewResource {

    private static final String PDF = "application/pdf";

    private final InvoicingClient invoicing;
    private final OxygeneProfiles profiles;
    private final Paper paper;

    PreviewResource(InvoicingClient invoicing, OxygeneProfiles profiles, Paper paper) {
        this.invoicing = invoicing;
        this.profiles = profiles;
        this.paper = paper;
    }

    @GET
    @Path("/{id}/preview.pdf")
    @Produces(PDF)
    @RolesAllowed("reader")
    @Operation(
            summary = "A document on paper",
            description = "One that is not issued is marked as a preview and says which mandatory mentions are missing."
                    + " Where the paper that Oxygène printed is kept, it is that one. 409 for another document of Oxygène's"
                    + " list, which has no lines.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response preview(@PathParam("id") String id) {
        UUID known = RequestValue.id("invoice", id);
        Invoice invoice = invoicing.byId(Set.of(known)).get(known);
        if (invoice == null) {
            throw Rejection.notFound("invoice", id);
        }
        if (invoice.isFromOxygene() && !invoice.hasOwnDocument()) {
            throw Rejection.conflict(
                    "printed-by-oxygene",
                    "This document came from Oxygène's list, without its lines; Oxygène printed it. Its paper can be kept with"
                            + " PUT /api/v1/invoices/{id}/document of invoice-service.");
        }
        return Response.ok(invoice.hasOwnDocument() ? invoicing.ownDocument(invoice) : printed(invoice))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"%s\"".formatted(PaperDocument.fileName(invoice)))
                .build();
    }

    private byte[] printed(Invoice invoice) {
        PaperFacts facts = invoicing
                .paperFacts(List.of(invoice), profiles.current()::article)
                .get(invoice.id());
        return paper.print(new PaperDocument(invoice, facts, invoicing.logo().orElse(null)));
    }
}
