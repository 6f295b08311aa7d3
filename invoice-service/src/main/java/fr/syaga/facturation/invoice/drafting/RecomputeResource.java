package fr.syaga.facturation.invoice.drafting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.invoice.invoice.InvoiceView;

@Path("/api/v1/invoices/{id}/recompute")
@Tag(name = "Life of an invoice")
class RecomputeResource {

    private final CustomerVat vat;

    RecomputeResource(CustomerVat vat) {
        this.vat = vat;
    }

    @POST
    @RolesAllowed("operator")
    @Operation(
            summary = "Sets a draft's VAT right by the customer's present regime",
            description =
                    "Rates, categories and totals of lines that contradict it; nothing else. 409 when it is no draft (reopen an approved one first), or while nobody decided the regime.")
    public InvoiceView recompute(@RestPath String id, @HeaderParam("If-Match") IfMatch seen) {
        return vat.recompute(id, seen);
    }
}
