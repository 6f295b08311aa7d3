package fr.syaga.facturation.recurrence.pattern;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.recurrence.detection.Detection;
import fr.syaga.facturation.recurrence.detection.Pattern;
import fr.syaga.facturation.recurrence.invoicing.History;
import fr.syaga.facturation.recurrence.invoicing.InvoicingClient;

/** Reads the whole history, finds its patterns and keeps them, with the decisions made earlier. */
@ApplicationScoped
class HistoryAnalysis {

    private static final Logger LOG = Logger.getLogger(HistoryAnalysis.class);

    private final InvoicingClient invoicing;
    private final Patterns patterns;

    HistoryAnalysis(InvoicingClient invoicing, Patterns patterns) {
        this.invoicing = invoicing;
        this.patterns = patterns;
    }

    /** Nothing is stored before the whole history was read: a neighbour that dies leaves the last analysis as it is. */
    Analysis asOf(LocalDate day) {
        History history = invoicing.history(day);
        List<Pattern> found = history.customers().stream()
                .flatMap(customer -> Detection.patternsOf(customer, day).stream())
                .toList();
        Analysis analysis =
                new Analysis(day, history.documents(), history.customers().size());
        QuarkusTransaction.requiringNew().run(() -> keep(analysis, found));
        LOG.infof(
                "Analysis %s as of %s found %d patterns in %d documents of %d customers",
                analysis.id(), day, found.size(), analysis.documents(), analysis.customers());
        return analysis;
    }

    private void keep(Analysis analysis, List<Pattern> found) {
        List<FoundPattern> known = patterns.listAll();
        Map<UUID, FoundPattern> byId = known.stream().collect(Collectors.toMap(FoundPattern::id, Function.identity()));
        patterns.getEntityManager().persist(analysis);
        for (Pattern each : found) {
            FoundPattern stored = byId.get(each.id());
            if (stored != null) {
                stored.see(each, analysis.id());
                continue;
            }
            FoundPattern fresh = new FoundPattern(each, analysis.id());
            known.stream()
                    .filter(older -> older.decision() != Decision.OPEN && fresh.isAboutTheSameInvoicesAs(older))
                    .findFirst()
                    .ifPresent(fresh::inherit);
            patterns.persist(fresh);
        }
    }
}
