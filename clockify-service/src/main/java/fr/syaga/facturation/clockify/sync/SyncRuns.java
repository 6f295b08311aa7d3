package fr.syaga.facturation.clockify.sync;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The runs so far. */
@ApplicationScoped
public class SyncRuns implements PanacheRepositoryBase<SyncRun, UUID> {

    Optional<SyncRun> last() {
        return find("order by startedAt desc, id").firstResultOptional();
    }

    public DaysRead daysRead() {
        return new DaysRead(list("complete = true"));
    }

    /** Up to which day Clockify has been read without a hole. */
    Optional<LocalDate> readUpTo() {
        return find("readUpTo is not null order by startedAt desc, id")
                .firstResultOptional()
                .map(SyncRun::readUpTo);
    }
}
