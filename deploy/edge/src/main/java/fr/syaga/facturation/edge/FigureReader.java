package fr.syaga.facturation.edge;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks at the database for figures every half minute, and rarer when a look takes long, in a thread of its own: a scrape costs
 * nothing, however many scrape. Each replica looks for itself and finds the same, so dashboards take the maximum of the replicas.
 */
@ApplicationScoped
public class FigureReader {

    private static final Logger LOG = Logger.getLogger(FigureReader.class);

    /** It rests so many times as long as it worked: figures never take more than a twentieth of a core. */
    private static final int REST = 20;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread figures = new Thread(task, "figures");
        figures.setDaemon(true);
        return figures;
    });
    private final List<FigureSource> sources;
    private final Duration every;
    private volatile long lastWhole = System.nanoTime();
    private boolean failing;

    FigureReader(
            @All List<FigureSource> sources,
            @ConfigProperty(name = "facturation.figures-every") Duration every,
            MeterRegistry registry) {
        this.sources = sources;
        this.every = every;
        TimeGauge.builder("facturation.figures.age", this, TimeUnit.SECONDS, reader -> reader.age())
                .description("Seconds since all figures of this replica were last read from the database")
                .strongReference(true)
                .register(registry);
    }

    void start(@Observes StartupEvent started) {
        if (!every.isZero()) {
            thread.schedule(this::lookAndRest, 0, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private void lookAndRest() {
        long begun = System.nanoTime();
        look();
        long rest = Math.max(every.toNanos(), REST * (System.nanoTime() - begun));
        if (!thread.isShutdown()) {
            thread.schedule(this::lookAndRest, rest, TimeUnit.NANOSECONDS);
        }
    }

    /** Reads all figures now. */
    @ActivateRequestContext
    public void look() {
        boolean whole = true;
        for (FigureSource source : sources) {
            whole &= look(source);
        }
        if (whole) {
            lastWhole = System.nanoTime();
        }
        failing = !whole;
    }

    private boolean look(FigureSource source) {
        try {
            source.look();
            return true;
        } catch (RuntimeException e) {
            // Once, and not every half minute while the database is away.
            if (!failing) {
                LOG.warnf("Figures keep their last values: %s", e.getMessage());
            }
            return false;
        }
    }

    private double age() {
        return Duration.ofNanos(System.nanoTime() - lastWhole).toSeconds();
    }
}
