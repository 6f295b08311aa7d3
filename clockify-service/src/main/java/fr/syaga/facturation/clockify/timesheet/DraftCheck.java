package fr.syaga.facturation.clockify.timesheet;

import java.util.Collection;
import java.util.UUID;

/** Asks whether the drafts that hold entries are still there. Billing knows; who changes entries only asks. */
public interface DraftCheck {

    /**
     * Frees those of these entries whose draft was dropped or whose invoice was cancelled. It asks invoice-service, outside of any
     * transaction; while that is down nothing is freed.
     */
    void releaseGone(Collection<UUID> entryIds);
}
