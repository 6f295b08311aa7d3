package fr.syaga.facturation.invoice.quote;

import java.math.BigDecimal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.invoice.invoice.InvoiceView;

/** A customer's answers to a quote, each harmless when told twice. */
@Path("/api/v1/invoices/{id}")
@Tag(name = "Quotes")
class QuoteResource {

    private final QuoteAnswers answers;

    QuoteResource(QuoteAnswers answers) {
        this.answers = answers;
    }

    /**
     * How an accepted quote is billed.
     *
     * @param advancePercent the part that is billed at once; all of it when absent
     */
    record Acceptance(
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax(value = "100", inclusive = false)
            @Digits(integer = 2, fraction = 2)
            BigDecimal advancePercent) {}

    /** Why a customer says no. */
    record Refused(@Size(max = 500) String reason) {}

    @POST
    @Path("/accept")
    @RolesAllowed("operator")
    @Operation(
            summary = "The customer accepts a quote",
            description =
                    "It makes one draft of the whole, or of an advance; madeInvoices names it. Again it changes nothing. 409 once its last day is over: reopen it with a later one.")
    public InvoiceView accept(
            @RestPath String id, @HeaderParam("If-Match") IfMatch seen, @Valid Acceptance acceptance) {
        return answers.accept(id, seen, acceptance == null ? null : acceptance.advancePercent());
    }

    @POST
    @Path("/accept-rest")
    @RolesAllowed("operator")
    @Operation(
            summary = "Bills what is left of a quote after its advance",
            description =
                    "One draft; advance and rest add up to the quote to the cent at each rate of VAT. Again it changes nothing.")
    public InvoiceView acceptRest(@RestPath String id, @HeaderParam("If-Match") IfMatch seen) {
        return answers.acceptRest(id, seen);
    }

    @POST
    @Path("/decline")
    @RolesAllowed("operator")
    @Operation(summary = "The customer declines a quote")
    public InvoiceView decline(@RestPath String id, @HeaderParam("If-Match") IfMatch seen, @Valid Refused refused) {
        String reason =
                refused == null || refused.reason() == null || refused.reason().isBlank()
                        ? null
                        : refused.reason().strip();
        return answers.decline(id, seen, reason);
    }
}
