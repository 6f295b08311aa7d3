package fr.syaga.facturation.clockify.category;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;

import fr.syaga.facturation.clockify.mapping.ReportedNames;

/**
 * Learns every minute which contracts and customers there are now, so that time which was read before a contract was agreed is shown
 * as what it is. A read stores nothing of that.
 */
@ApplicationScoped
class NeighbourTimer {

    private final Categorisation categorisation;

    NeighbourTimer(Categorisation categorisation) {
        this.categorisation = categorisation;
    }

    @Scheduled(
            identity = "neighbours",
            every = "${facturation.neighbours-every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        categorisation.refreshIfPossible(ReportedNames.NONE);
    }
}
