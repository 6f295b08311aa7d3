package fr.syaga.facturation.clockify.billing.lines;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * How exact seconds become the seconds that are billed: as they are, or up to the next so many minutes, each entry or each day
 * of a line. It is applied once, before hours are printed; what is stored stays exact.
 *
 * @param minutes 0 for none, 6 (a tenth of an hour) or 15
 */
record HourRounding(int minutes, Per per) {

    /** What is rounded up on its own. */
    enum Per {
        ENTRY,
        DAY
    }

    private static final Set<Integer> KNOWN = Set.of(0, 6, 15);

    static final HourRounding NONE = new HourRounding(0, Per.ENTRY);

    HourRounding {
        if (!KNOWN.contains(minutes)) {
            throw new IllegalArgumentException("time is rounded up to 6 or 15 minutes or, with 0, not at all");
        }
    }

    /** Billed seconds of the FACTURABLE time of one line. */
    long seconds(Collection<TimeEntry> line) {
        return line.stream()
                .collect(Collectors.groupingBy(this::unit, Collectors.summingLong(TimeEntry::facturableSeconds)))
                .values()
                .stream()
                .mapToLong(this::up)
                .sum();
    }

    private Object unit(TimeEntry entry) {
        return per == Per.ENTRY ? entry.id() : entry.day();
    }

    private long up(long seconds) {
        long step = Duration.ofMinutes(minutes).toSeconds();
        return step == 0 ? seconds : (seconds + step - 1) / step * step;
    }
}
