package fr.syaga.facturation.export.selection;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.syaga.facturation.export.invoicing.Logo;
import fr.syaga.facturation.export.invoicing.PaperFacts;

/**
 * What the printed documents of one export say beside their content.
 *
 * @param facts by invoice, of those that are printed; empty for tables
 * @param logo the issuer's, null when there is none
 * @param skipped what was asked for and is not printed, with its reason
 */
public record Papers(Map<UUID, PaperFacts> facts, Logo logo, List<SkippedInvoice> skipped) {

    public static final Papers NONE = new Papers(Map.of(), null, List.of());
}
