package fr.syaga.facturation.export.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;

import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.einvoice.FacturX;
import fr.syaga.facturation.export.french.FrenchText;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.LegalFacts;
import fr.syaga.facturation.export.paper.Paper;
import fr.syaga.facturation.export.timesheet.TimesheetClient;

/** Writes the mail that brings a document to its customer: French text, the document, and the hours behind it. */
@ApplicationScoped
class LetterWriter {

    private final DeliveryConfig config;
    private final Paper paper;
    private final FacturX facturX;
    private final TimesheetClient timesheets;
    private final Template text;

    LetterWriter(DeliveryConfig config, Paper paper, FacturX facturX, TimesheetClient timesheets) {
        this.config = config;
        this.paper = paper;
        this.facturX = facturX;
        this.timesheets = timesheets;
        this.text = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .build()
                .parse(template());
    }

    /**
     * Asks clockify-service for the hours behind a time invoice; to be called outside any transaction.
     *
     * @param ownDocument the paper that Oxygène printed, null when the document is printed here
     */
    Letter write(PaperDocument document, byte[] ownDocument) {
        Invoice invoice = document.invoice();
        LegalFacts legal = document.facts().legal();
        UUID id = UUID.randomUUID();
        String sender = config.from().orElseGet(() -> legal.seller().email());
        boolean ours = ownDocument == null;
        boolean electronic = ours && !invoice.isQuote() && document.facts().canBeElectronic();
        Optional<byte[]> hours = hours(invoice);
        return new Letter(
                id,
                new Envelope(
                        sender,
                        Envelope.joined(MailAddress.deliverable(document.facts().emails())),
                        config.redirectTo().orElse(null),
                        "<%s@%s>".formatted(id, sender.substring(sender.lastIndexOf('@') + 1)),
                        subject(document),
                        body(document, electronic, hours.isPresent())),
                electronic,
                !ours,
                // The law's mentions are those of an invoice, and what Oxygène printed bears its own.
                ours && !invoice.isQuote() ? legal.missing() : List.of(),
                ours && !invoice.isQuote() ? legal.noEInvoice() : null,
                ours ? printed(document, electronic) : ownDocument,
                hours.orElse(null));
    }

    private byte[] printed(PaperDocument document, boolean electronic) {
        return electronic ? facturX.print(document) : paper.print(document);
    }

    private Optional<byte[]> hours(Invoice invoice) {
        if (invoice.origin() != Invoice.Origin.TIME || invoice.kind() != Invoice.Kind.INVOICE) {
            return Optional.empty();
        }
        return timesheets.pdf(invoice.customerCode(), YearMonth.from(invoice.deliveredOn()));
    }

    private String subject(PaperDocument document) {
        String named = Stream.of(
                        switch (document.invoice().kind()) {
                            case INVOICE -> "Facture";
                            case CREDIT_NOTE -> "Avoir";
                            case QUOTE -> "Devis";
                        },
                        document.invoice().number())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String name = sellerName(document);
        String plain = name == null ? named : named + " – " + name;
        return config.redirectTo().isEmpty()
                ? plain
                : "%s %s"
                        .formatted(
                                Envelope.trial(Envelope.joined(
                                        MailAddress.deliverable(document.facts().emails()))),
                                plain);
    }

    private String body(PaperDocument document, boolean electronic, boolean withHours) {
        Invoice invoice = document.invoice();
        LegalFacts.Seller seller = document.facts().legal().seller();
        return text.data("creditNote", invoice.isCreditNote())
                .data("quote", invoice.isQuote())
                .data("number", invoice.number())
                .data("issuedOn", FrenchText.day(invoice.issuedOn()))
                .data("gross", FrenchText.amount(invoice.grossAmount().abs()))
                .data("dueOn", invoice.dueOn() == null ? null : FrenchText.day(invoice.dueOn()))
                .data("validUntil", invoice.validUntil() == null ? null : FrenchText.day(invoice.validUntil()))
                .data("purchaseOrder", document.facts().legal().purchaseOrder())
                .data("electronic", electronic)
                .data("withHours", withHours)
                .data("seller", sellerName(document))
                .data("phone", seller == null ? null : seller.phone())
                .data("subject", invoice.subject())
                .render();
    }

    /** Null when nobody said who issues, as where Oxygène prints. */
    private static String sellerName(PaperDocument document) {
        LegalFacts.Seller seller = document.facts().legal().seller();
        return seller == null ? null : seller.name();
    }

    private static String template() {
        try (InputStream in = LetterWriter.class.getResourceAsStream("/templates/courriel.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
