package fr.syaga.facturation.recurrence.pattern;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.detection.PatternStatus;

/** Patterns as a person sees them, with the contract that each waits for. */
@ApplicationScoped
class PatternViews {

    private final Patterns patterns;
    private final PatternContracts contracts;

    PatternViews(Patterns patterns, PatternContracts contracts) {
        this.patterns = patterns;
        this.contracts = contracts;
    }

    /** Those of the latest analysis; of any status when none is named. */
    @Transactional
    List<PatternView> latest(PatternStatus status) {
        return patterns.latest().stream()
                .filter(each -> status == null || each.status() == status)
                .map(this::of)
                .toList();
    }

    @Transactional
    PatternView one(UUID id) {
        return of(patterns.get(id));
    }

    PatternView of(FoundPattern pattern) {
        return PatternView.of(
                pattern,
                pattern.isOpenAndActive()
                        ? contracts.conflict(pattern).map(Contract::id).orElse(null)
                        : null);
    }
}
