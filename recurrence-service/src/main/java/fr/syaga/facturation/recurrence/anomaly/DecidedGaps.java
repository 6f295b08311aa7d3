package fr.syaga.facturation.recurrence.anomaly;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.DecidedMonths;
import fr.syaga.facturation.recurrence.term.Gap;

/** A month between two calendars is decided when its anomaly is resolved. */
@ApplicationScoped
class DecidedGaps implements DecidedMonths {

    private final Resolutions resolutions;

    DecidedGaps(Resolutions resolutions) {
        this.resolutions = resolutions;
    }

    @Override
    public boolean isDecided(Contract contract, Gap gap) {
        return resolutions.findByIdOptional(Uncovered.of(contract, gap).id()).isPresent();
    }
}
