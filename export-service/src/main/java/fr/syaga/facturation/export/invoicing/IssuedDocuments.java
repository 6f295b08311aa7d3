package fr.syaga.facturation.export.invoicing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.edge.Rejection;

/** What the customer may get: issued documents with all that the law makes them say, quotes, and what Oxygène printed. */
@ApplicationScoped
public class IssuedDocuments {

    /** Each is asked for on its own; a month has dozens. */
    private static final int MOST = 1000;

    private final InvoicingClient invoicing;

    IssuedDocuments(InvoicingClient invoicing) {
        this.invoicing = invoicing;
    }

    /**
     * What each document says beside its content, by its id. To be called outside any transaction.
     *
     * @param article the reference of lines that name no article
     * @throws Rejection 409 for documents that are not issued, that Oxygène printed, that nobody issues, or that are too many
     */
    public Map<UUID, PaperFacts> facts(List<Invoice> invoices, BiFunction<Invoice.Origin, Customer, String> article) {
        if (invoices.isEmpty()) {
            return Map.of();
        }
        requirePrintable(invoices);
        Map<UUID, PaperFacts> facts = invoicing.paperFacts(invoices, article);
        boolean nobodyIssues = invoices.stream()
                .filter(invoice -> !invoice.hasOwnDocument())
                .anyMatch(invoice -> facts.get(invoice.id()).legal().seller() == null);
        if (nobodyIssues) {
            throw Rejection.conflict(
                    "issuer-missing",
                    "Nobody said who issues: an admin enters the company with PUT /api/v1/issuer of invoice-service"
                            + " before documents are issued.");
        }
        return facts;
    }

    /** @throws Rejection 409 naming those that have no legal number yet */
    public static void requireIssued(List<Invoice> invoices) {
        require(
                invoices.stream()
                        .filter(invoice -> !invoice.isQuote() && invoice.status() != Invoice.Status.ISSUED)
                        .toList(),
                "only-issued-documents",
                "Only ISSUED documents have a number and go to a customer or a journal; these are not: %s."
                        + " A preview is at /api/v1/invoices/{id}/preview.pdf.");
    }

    private static void requirePrintable(List<Invoice> invoices) {
        if (invoices.size() > MOST) {
            throw Rejection.conflict(
                    "too-many-documents",
                    "%d documents are too many for one order of papers; choose at most %d."
                            .formatted(invoices.size(), MOST));
        }
        requireIssued(invoices);
        require(
                invoices.stream()
                        .filter(invoice -> invoice.isFromOxygene() && !invoice.hasOwnDocument())
                        .toList(),
                "printed-by-oxygene",
                "These documents came from Oxygène's list, without their lines; Oxygène printed them: %s. Its paper can be kept"
                        + " with PUT /api/v1/invoices/{id}/document of invoice-service; it is given out then.");
    }

    private static void require(List<Invoice> refused, String code, String sentence) {
        if (!refused.isEmpty()) {
            throw Rejection.conflict(
                    code,
                    sentence.formatted(refused.stream()
                            .limit(20)
                            .map(invoice ->
                                    invoice.number() == null ? invoice.id().toString() : invoice.number())
                            .collect(Collectors.joining(", "))));
        }
    }
}
