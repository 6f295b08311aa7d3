package fr.syaga.facturation.recurrence.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

import fr.syaga.facturation.recurrence.contract.Contract;

/** Makes contracts of patterns by a person's yes; saying yes again makes nothing. */
@ApplicationScoped
public class Acceptance {

    /** Thousands of patterns on a busy machine; an ordinary firm needs a second. */
    private static final int LONGEST_SECONDS = 600;

    private final Patterns patterns;
    private final PatternContracts contracts;
    private final UserConfiguration configuration;

    Acceptance(Patterns patterns, PatternContracts contracts, UserConfiguration configuration) {
        this.patterns = patterns;
        this.contracts = contracts;
        this.configuration = configuration;
    }

    /** The patterns accepted now, those that wait for a person, and what there is to say of the user's file. */
    record All(List<FoundPattern> accepted, List<FoundPattern> waiting, UserConfiguration.Told told) {}

    /** A person's yes to this one, whatever else stands. */
    @Transactional
    public FoundPattern accept(UUID id) {
        patterns.decideOneAtATime();
        FoundPattern pattern = patterns.get(id);
        if (pattern.decision() != Decision.ACCEPTED) {
            pattern.accept(contracts.of(pattern, pattern.label()).id());
        }
        return pattern;
    }

    /** Those of the latest analysis that are open and active, unless a contract at another price stands in their way. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    All acceptAll() {
        patterns.decideOneAtATime();
        List<FoundPattern> accepted = new ArrayList<>();
        List<FoundPattern> waiting = new ArrayList<>();
        Unproven unproven = contracts.unproven();
        for (FoundPattern each : patterns.latest()) {
            if (each.isOpenAndActive()) {
                (unproven.conflict(each).isPresent() ? waiting : accepted).add(each);
            }
        }
        List<Contract> made = contracts.of(accepted, unproven);
        for (int i = 0; i < made.size(); i++) {
            accepted.get(i).accept(made.get(i).id());
        }
        return new All(accepted, waiting, configuration.told());
    }
}
