package fr.syaga.facturation.invoice.life;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.invoice.drafting.Crediting;
import fr.syaga.facturation.invoice.drafting.InvoiceDrafting;
import fr.syaga.facturation.invoice.invoice.InvoiceView;
import fr.syaga.facturation.invoice.invoice.Withdrawal;
import fr.syaga.facturation.invoice.sending.Sending;

/** The deeds on one document, each harmless when done twice. */
@Path("/api/v1/invoices/{id}")
@Tag(name = "Life of an invoice")
class InvoiceLifeResource {

    private final InvoiceLife life;
    private final Crediting crediting;

    InvoiceLifeResource(InvoiceLife life, Crediting crediting) {
        this.life = life;
        this.crediting = crediting;
    }

    /** In which file and under which key a document left. */
    record Departure(
            @NotNull @Size(max = 100) String exportId,
            @Size(max = 100) String key) {}

    @POST
    @Path("/approve")
    @RolesAllowed("operator")
    @Operation(summary = "A person's yes to a draft")
    public InvoiceView approve(@RestPath String id, @HeaderParam("If-Match") IfMatch seen) {
        return life.approve(id, seen);
    }

    @POST
    @Path("/reopen")
    @RolesAllowed("operator")
    @Operation(
            summary = "Makes an approved document a draft again",
            description = "409 once it was exported, unless removedFromOxygene.")
    public InvoiceView reopen(
            @RestPath String id, @HeaderParam("If-Match") IfMatch seen, @Valid Withdrawal withdrawal) {
        return life.reopen(id, seen, withdrawal == null ? Withdrawal.NONE : withdrawal);
    }

    @POST
    @Path("/cancel")
    @RolesAllowed("operator")
    @Operation(
            summary = "Gives up an approved document",
            description = "409 once it was exported, unless removedFromOxygene.")
    public InvoiceView cancel(
            @RestPath String id, @HeaderParam("If-Match") IfMatch seen, @Valid Withdrawal withdrawal) {
        return life.cancel(id, seen, withdrawal == null ? Withdrawal.NONE : withdrawal);
    }

    @POST
    @Path("/issue")
    @RolesAllowed("operator")
    @Operation(summary = "Gives the legal number of our own series", description = "409 while Oxygène owns the number.")
    public InvoiceView issue(@RestPath String id, @HeaderParam("If-Match") IfMatch seen) {
        return life.issue(id, seen);
    }

    @POST
    @Path("/credit-note")
    @RolesAllowed("operator")
    @Operation(
            summary = "Drafts a credit note of an issued invoice",
            description =
                    "Whole without lines, else in part. The sum of credit notes may not exceed the invoice unless an admin overrides it with a reason.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InvoiceView.class)))
    public Response creditNote(@RestPath String id, @Valid Crediting.Terms terms) {
        InvoiceDrafting.Outcome outcome = crediting.credit(id, terms == null ? Crediting.Terms.WHOLE : terms);
        return Response.status(outcome.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(outcome.invoice())
                .build();
    }

    @POST
    @Path("/sent")
    @RolesAllowed("operator")
    @Operation(
            summary = "Remembers that the customer got it; the first time counts",
            description =
                    "Without a body it was sent now. Who got it later joins the recipients; the moment stays the first one.")
    public InvoiceView sent(@RestPath String id, @Valid Sending sending) {
        return life.sent(id, sending == null ? Sending.NOW : sending);
    }

    @POST
    @Path("/exported")
    @RolesAllowed("operator")
    @Operation(summary = "Remembers that it left for Oxygène, and under which key")
    public InvoiceView exported(@RestPath String id, @NotNull @Valid Departure departure) {
        return life.exported(id, departure.exportId(), departure.key());
    }
}
