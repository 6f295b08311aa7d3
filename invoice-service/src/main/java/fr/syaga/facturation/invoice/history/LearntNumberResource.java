package fr.syaga.facturation.invoice.history;

import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.invoice.audit.InvoiceJournal;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceView;
import fr.syaga.facturation.invoice.invoice.Invoices;

@Path("/api/v1/invoices/{id}/number")
@Tag(name = "Numbers learnt from Oxygène")
class LearntNumberResource {

    private final LearntNumbers learnt;
    private final Invoices invoices;
    private final InvoiceJournal journal;

    LearntNumberResource(LearntNumbers learnt, Invoices invoices, InvoiceJournal journal) {
        this.learnt = learnt;
        this.invoices = invoices;
        this.journal = journal;
    }

    /** The legal number that a person read in Oxygène. */
    record LegalNumber(
            @NotNull @Pattern(regexp = "[FA]20\\d{2}(0[1-9]|1[0-2])\\d{2,4}")
            String number) {

        LegalNumber {
            number = number == null ? null : PlainText.withoutSpaces(number).toUpperCase(Locale.ROOT);
        }
    }

    @POST
    @RolesAllowed("operator")
    @Transactional
    @Operation(
            summary = "A person says which number Oxygène gave",
            description =
                    "The invoice becomes ISSUED. 409 when another document bears the number, or when we are the ones who number.")
    public InvoiceView settle(
            @RestPath String id, @NotNull @Valid LegalNumber legal, @HeaderParam("If-Match") IfMatch seen) {
        String number = legal.number();
        Invoice invoice = invoices.findByIdOptional(RequestValue.id("invoice", id), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Rejection.notFound("invoice", id));
        IfMatch.check(seen, invoice.version());
        if (number.equals(invoice.number())) {
            return InvoiceView.of(invoice);
        }
        learnt.requireOxygeneNumbers();
        learnt.learn(invoice, number);
        journal.numberLearnt(invoice);
        return InvoiceView.of(invoice);
    }
}
