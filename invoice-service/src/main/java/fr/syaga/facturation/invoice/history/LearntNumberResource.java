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
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceJournal;
import fr.syaga.facturation.invoice.invoice.InvoiceView;
import fr.syaga.facturation.invoice.invoice.Invoices;
import fr.syaga.facturation.invoice.legal.LegalMentions;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.numbering.NumberingConfig;
import fr.syaga.facturation.invoice.numbering.NumberingConfig.Authority;

@Path("/api/v1/invoices/{id}/number")
@Tag(name = "Numbers learnt from Oxygène")
class LearntNumberResource {

    private final PendingNumbers pending;
    private final Invoices invoices;
    private final InvoiceJournal journal;
    private final NumberingConfig numbering;
    private final LegalMentions mentions;

    LearntNumberResource(
            PendingNumbers pending,
            Invoices invoices,
            InvoiceJournal journal,
            NumberingConfig numbering,
            LegalMentions mentions) {
        this.mentions = mentions;
        this.pending = pending;
        this.invoices = invoices;
        this.journal = journal;
        this.numbering = numbering;
    }

    /** The legal number that a person read in Oxygène. */
    record LegalNumber(
            @NotNull @Pattern(regexp = "\\s*[FAfa]\\s*20\\d{2}(0[1-9]|1[0-2])\\d{2,4}\\s*")
            String number) {

        String withoutSpace() {
            return number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
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
        String number = legal.withoutSpace();
        Invoice invoice = invoices.findByIdOptional(RequestValue.id("invoice", id), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Rejection.notFound("invoice", id));
        IfMatch.check(seen, invoice.version());
        if (number.equals(invoice.number())) {
            return InvoiceView.of(invoice);
        }
        if (numbering.authority() != Authority.OXYGENE) {
            throw Rejection.conflict("numbered-by-us", "We give the legal number: issue the invoice instead.");
        }
        if (invoices.withNumber(number).isPresent()) {
            throw Rejection.conflict("number-taken", "%s is the number of another document.".formatted(number));
        }
        if (number.charAt(0) != invoice.kind().prefix()) {
            throw Rejection.conflict("wrong-prefix", "An invoice's number begins with F, a credit note's with A.");
        }
        pending.findByIdOptional(number).ifPresent(row -> requireSame(row, invoice));
        invoice.issue(number, mentions.of(invoice.asker()));
        pending.deleteById(number);
        invoices.flush();
        journal.numberLearnt(invoice);
        return InvoiceView.of(invoice);
    }

    /** A number that the list gave to another customer, day or amount is none for this invoice. */
    private static void requireSame(PendingNumber row, Invoice invoice) {
        boolean same = row.customerCode().equalsIgnoreCase(invoice.customerCode())
                && row.issuedOn().equals(invoice.issuedOn())
                && Money.of(row.netAmount()).equals(invoice.net());
        if (!same) {
            throw Rejection.conflict(
                    "number-of-another",
                    "In Oxygène's list %s is of %s, %s, %s euros net. GET /api/v1/matches tells which invoices it fits."
                            .formatted(row.number(), row.customerCode(), row.issuedOn(), row.netAmount()));
        }
    }
}
