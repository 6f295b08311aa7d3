package fr.syaga.facturation.invoice.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Figure;
import fr.syaga.facturation.edge.FigureSource;

/**
 * Checks the chain again and again, a part of it at each look, so that a change is found without anybody asking and however long
 * the chain has grown.
 */
@ApplicationScoped
class JournalFigures implements FigureSource {

    private static final Logger LOG = Logger.getLogger(JournalFigures.class);
    private static final int CHUNK = 500;
    private static final long NANOS_A_LOOK = Duration.ofMillis(250).toNanos();

    private final Journal journal;
    private final Figure broken;
    private final Figure entries;
    private final Figure checked;
    private ChainCheck check = new ChainCheck();
    private Long brokenAt;

    JournalFigures(Journal journal, MeterRegistry registry) {
        this.journal = journal;
        this.broken = Figure.of(
                registry,
                "facturation.journal.broken",
                "1 when the last check of the journal's chain found an entry that was changed or is missing");
        this.entries = Figure.of(registry, "facturation.journal.entries", "Entries of the journal");
        this.checked = Figure.of(
                registry,
                "facturation.journal.checked.entries",
                "Entries that the current walk of this replica along the chain found whole");
    }

    @Override
    public void look() {
        // Read before the entries: those that are written meanwhile are more than it says, and never less.
        Journal.Head head = journal.head();
        entries.set(head.sequence());
        Optional<Journal.Verification> verdict = walk(head);
        checked.set(check.sequence());
        verdict.ifPresent(this::conclude);
    }

    /** Empty while the end was not reached. */
    private Optional<Journal.Verification> walk(Journal.Head head) {
        long until = System.nanoTime() + NANOS_A_LOOK;
        do {
            List<JournalEntry> chunk = journal.after(check.sequence(), null, CHUNK);
            for (JournalEntry entry : chunk) {
                Optional<Journal.Verification> wrong = check.follow(entry);
                if (wrong.isPresent()) {
                    return wrong;
                }
                if (check.sequence() == head.sequence()) {
                    return Optional.of(check.end(head));
                }
            }
            if (chunk.isEmpty()) {
                return Optional.of(check.end(head));
            }
        } while (System.nanoTime() < until);
        return Optional.empty();
    }

    private void conclude(Journal.Verification verdict) {
        broken.set(verdict.intact() ? 0 : 1);
        if (!verdict.intact() && !verdict.brokenAt().equals(brokenAt)) {
            LOG.errorf("The journal is broken at entry %d: %s", verdict.brokenAt(), verdict.reason());
        }
        brokenAt = verdict.brokenAt();
        check = new ChainCheck();
    }
}
