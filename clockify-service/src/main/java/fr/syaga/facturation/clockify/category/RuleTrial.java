package fr.syaga.facturation.clockify.category;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Rules to try out, the whole list in place of the stored one.
 *
 * @param month {@code 2025-07}; the month before the business date when it is not given
 */
record RuleTrial(String month, @NotNull List<@NotNull @Valid RuleTerms> rules) {}
