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
import fr.syaga.facturation.recurrence.invoicing.Customer;
import fr.syaga.facturation.recurrence.invoicing.History;
import fr.syaga.facturation.recurrence.invoicing.InvoicingClient;

/** Reads the whole history, finds its patterns and keeps them, with the decisions made earlier. */
@ApplicationScoped
class HistoryAnalysis {

    private static final Logger LOG = Logger.getLogger(HistoryAnalysis.class);

    private final InvoicingClient invoicing;
    private final Patterns patterns;
    private final PatternViews views;
    private final UserConfiguration configuration;

    HistoryAnalysis(InvoicingClient invoicing, Patterns patterns, PatternViews views, UserConfiguration configuration) {
        this.views = views;
        this.invoicing = invoicing;
        this.patterns = patterns;
        this.configuration = configuration;
    }

    /** What was found, as a person sees it, and what there is to say of the user's file since. */
    record Done(Analysis analysis, UserConfiguration.Told told, List<PatternView> patterns) {}

    /** Nothing is stored before the whole history was read: a neighbour that dies leaves the last analysis as it is. */
    Done asOf(LocalDate day) {
        History history = invoicing.history(day);
        // One customer says nothing about another: each core takes some, and the order stays that of the customers.
        List<Pattern> found = history.customers().parallelStream()
                .flatMap(customer -> Detection.patternsOf(customer, day).stream())
                .toList();
        List<Customer> customers = invoicing.customers();
        Analysis analysis =
                new Analysis(day, history.documents(), history.customers().size());
        Done done = QuarkusTransaction.requiringNew().call(() -> {
            patterns.decideOneAtATime();
            keep(analysis, found);
            return new Done(analysis, configuration.settle(customers), views.latest(null));
        });
        LOG.infof(
                "Analysis %s as of %s found %d patterns in %d documents of %d customers",
                analysis.id(), day, found.size(), analysis.documents(), analysis.customers());
        return done;
    }

    private void keep(Analysis analysis, List<Pattern> found) {
        List<FoundPattern> known = patterns.listAll();
        Map<UUID, FoundPattern> byId = known.stream().collect(Collectors.toMap(FoundPattern::id, Function.identity()));
        patterns.getEntityManager().persist(analysis);
        Heritage heritage = new Heritage(found, known);
        for (Pattern each : found) {
            FoundPattern stored = byId.get(each.id());
            if (stored == null) {
                stored = new FoundPattern(each, analysis.id());
                patterns.persist(stored);
            }
            stored.see(each, analysis.id());
            heritage.of(stored).ifPresent(stored::goOnWith);
        }
    }
}
