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
        Unproven unproven = contracts.unproven();
        return patterns.latest().stream()
                .filter(each -> status == null || each.status() == status)
                .map(each -> of(each, unproven))
                .toList();
    }

    @Transactional
    PatternView one(UUID id) {
        return of(patterns.get(id));
    }

    List<PatternView> of(List<FoundPattern> among) {
        Unproven unproven = contracts.unproven();
        return among.stream().map(each -> of(each, unproven)).toList();
    }

    PatternView of(FoundPattern pattern) {
        return of(pattern, contracts.unproven());
    }

    private static PatternView of(FoundPattern pattern, Unproven unproven) {
        return PatternView.of(
                pattern,
                pattern.isOpenAndActive()
                        ? unproven.conflict(pattern).map(Contract::id).orElse(null)
                        : null);
    }
}
