package fr.syaga.facturation.edge;

import java.sql.SQLException;
import java.util.Set;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Two callers wrote the same thing at the same moment, and the database let one of them win. The other one is told 409: nothing of
 * it was written. What else goes wrong with the database stays a 500 with its trace in the log.
 */
class LostRace {

    private static final Logger LOG = Logger.getLogger(LostRace.class);

    /** Unique violation, foreign key violation, serialization failure, deadlock (PostgreSQL, appendix A). */
    private static final Set<String> STATES = Set.of("23505", "23503", "40001", "40P01");

    @ServerExceptionMapper(
            value = {
                PersistenceException.class,
                RollbackException.class,
                QuarkusTransactionException.class,
                ArcUndeclaredThrowableException.class
            },
            priority = 1)
    Response told(Exception e) {
        if (isLostRace(e)) {
            LOG.infof("A race was lost: %s", e.getMessage());
            return Rejection.conflict(
                            "changed-meanwhile",
                            "Somebody wrote the same at the same moment; nothing of this call was written. Read it again, and repeat the call if it is still needed.")
                    .toResponse();
        }
        LOG.error("The database refused what no rule had refused", e);
        return HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR).toResponse();
    }

    static boolean isLostRace(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof StaleStateException
                    || (cause instanceof SQLException sql && STATES.contains(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
