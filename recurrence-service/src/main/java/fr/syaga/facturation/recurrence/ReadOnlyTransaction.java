package fr.syaga.facturation.recurrence;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/**
 * A transaction of its own that only reads, though thousands of contracts: none is compared with what was read of it, neither before
 * each query nor at the end. What is changed within is lost.
 */
@ApplicationScoped
public class ReadOnlyTransaction {

    private static final int LONGEST_SECONDS = 60;

    private final Session session;

    ReadOnlyTransaction(Session session) {
        this.session = session;
    }

    /** What the work says. */
    public <T> T of(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
            return work.get();
        });
    }
}
