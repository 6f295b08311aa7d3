package fr.syaga.facturation.recurrence.origin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;
import fr.syaga.facturation.recurrence.pattern.Patterns;

/** The pattern that a contract was made from, and the numbers of the documents that prove it. */
@Schema(name = "Evidence")
record SupportingInvoices(UUID patternId, String explanation, List<String> documents) {

    /** What proves a contract; null when it was written by hand. */
    static SupportingInvoices of(Contract contract, Patterns patterns) {
        return Optional.ofNullable(contract.patternId())
                .flatMap(patterns::findByIdOptional)
                .map(SupportingInvoices::of)
                .orElse(null);
    }

    static SupportingInvoices of(FoundPattern pattern) {
        return new SupportingInvoices(pattern.id(), pattern.explanation(), pattern.evidence());
    }
}
