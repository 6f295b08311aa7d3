package fr.syaga.facturation.clockify.mapping;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import fr.syaga.facturation.clockify.customer.CustomerNames;
import fr.syaga.facturation.clockify.customer.WordSet;
import fr.syaga.facturation.edge.Rejection;

/** A person's decisions, checked before any of them is taken: one that could have no effect is refused, never kept. */
final class MappingDecision {

    private final CustomerNames customers;
    private final ReportedNames reportedNames;
    private final OwnCompany own;

    MappingDecision(CustomerNames customers, ReportedNames reportedNames, OwnCompany own) {
        this.customers = customers;
        this.reportedNames = reportedNames;
        this.own = own;
    }

    void check(List<MappingChoices.Choice> choices) {
        Map<CustomerMapping.Key, String> decided = new HashMap<>();
        for (int i = 0; i < choices.size(); i++) {
            MappingChoices.Choice choice = choices.get(i);
            String field = "items[%d].name".formatted(i);
            if (choice.name() == null) {
                throw Rejection.invalid(field, "is missing");
            }
            if (choice.customerCode() != null && !customers.knows(choice.customerCode())) {
                throw Rejection.invalid("customerCode", "'%s' is no customer".formatted(choice.customerCode()));
            }
            check(choice, field);
            if (decided.containsKey(choice.key())
                    && !Objects.equals(decided.get(choice.key()), choice.customerCode())) {
                throw Rejection.invalid(field, "'%s' is decided twice, differently".formatted(choice.name()));
            }
            decided.put(choice.key(), choice.customerCode());
        }
    }

    private void check(MappingChoices.Choice choice, String field) {
        switch (choice.kind()) {
            case CLIENT -> checkName(choice, field, reportedNames.clients(), "client");
            case PROJECT -> checkName(choice, field, reportedNames.projects(), "project");
            case WORDS -> checkWords(choice, field);
        }
    }

    private void checkName(MappingChoices.Choice choice, String field, Collection<String> names, String what) {
        boolean there = names.stream()
                .anyMatch(name -> CustomerMapping.Key.of(choice.kind(), name).equals(choice.key()));
        if (!there) {
            throw Rejection.invalid(
                    field,
                    "no entry has a %s '%s'; take a name of GET /customer-mappings, or decide by WORDS"
                            .formatted(what, choice.name()));
        }
        refuseOwn(choice, field);
    }

    private void checkWords(MappingChoices.Choice choice, String field) {
        if (choice.customerCode() == null) {
            return;
        }
        if (WordSet.of(choice.name()).tellNobody()) {
            throw Rejection.invalid(
                    field,
                    "'%s' has only words that stand in everybody's entries; add one that is the customer's own"
                            .formatted(choice.name()));
        }
        refuseOwn(choice, field);
    }

    private void refuseOwn(MappingChoices.Choice choice, String field) {
        if (choice.customerCode() != null && own.begins(choice.name())) {
            throw Rejection.invalid(
                    field, "'%s' is our own company: its time is INTERNE and nobody's to pay".formatted(choice.name()));
        }
    }
}
