package fr.syaga.facturation.export.selection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.syaga.facturation.export.document.EntryNumbers;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.invoicing.Invoice;

/**
 * All that an order for a file needs from neighbours, read before anything is decided.
 *
 * @param background null when no file for Oxygène is among what is ordered
 * @param papers what papers say beside their content; nothing for tables
 * @param ownName the name of a file that is named after what it holds
 * @param numbers of a journal's entries, null for other files
 * @param again invoices for Oxygène that left before are sent once more
 */
public record OrderedDocuments(
        Format format,
        Selected selected,
        OxygeneSelection.Background background,
        Papers papers,
        Optional<String> ownName,
        EntryNumbers numbers,
        boolean again,
        String user) {

    /** The selected documents without those of which it is known that they have no paper. */
    public List<Invoice> leaving() {
        Set<UUID> skipped =
                papers.skipped().stream().map(SkippedInvoice::invoiceId).collect(Collectors.toSet());
        return selected.invoices().stream()
                .filter(invoice -> !skipped.contains(invoice.id()))
                .toList();
    }

    /** The same order, for one of the files of a bundle. */
    public OrderedDocuments as(Format part) {
        return new OrderedDocuments(part, selected, background, papers, ownName, numbers, again, user);
    }

    public static boolean involvesOxygene(Format format) {
        return format == Format.OXYGENE_XML || format == Format.ALL;
    }

    /** Once more means one file more, but only where Oxygène is concerned. */
    public boolean isOnceMore() {
        return again && involvesOxygene(format);
    }

    public String fileName() {
        return ownName.orElse(format.fileName());
    }
}
