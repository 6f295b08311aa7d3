package fr.syaga.facturation.clockify.doubt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;

/**
 * Finds entries of one person at the same time, in one pass in the order of time. Every entry that overlaps another is in a pair,
 * and there are hardly more pairs than entries: each is paired with the earlier one that lasts longest. The others that last that
 * long overlap one another, and are in pairs already.
 */
final class Overlaps {

    private static final Comparator<Slot> IN_TIME =
            Comparator.comparing(Slot::start).thenComparing(Slot::id);

    /** As {@link EntryDetails#isSameUser}: by e-mail where both have one, else by name. */
    private final Map<String, Latest> byEmail = new HashMap<>();

    private final Map<String, Latest> byNameAlone = new HashMap<>();
    private final Map<String, Map<String, Latest>> byNameAndEmail = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    private Overlaps() {}

    /** Two entries of one person that share time; the one that began first comes first. */
    record Pair(Slot first, Slot second) {}

    /** In no order. */
    static List<Pair> in(Collection<Slot> slots) {
        Overlaps overlaps = new Overlaps();
        List<Slot> competing =
                slots.stream().filter(Slot::competes).sorted(IN_TIME).toList();
        competing.stream().filter(slot -> slot.keptBeside() == null).forEach(overlaps::take);
        competing.stream().filter(slot -> slot.keptBeside() != null).forEach(kept -> overlaps.compare(kept, competing));
        return overlaps.pairs;
    }

    /** What a person kept beside one entry may overlap others; such entries are few, and each is compared with all. */
    private void compare(Slot kept, List<Slot> competing) {
        for (Slot other : competing) {
            boolean isItsTurn = other.keptBeside() == null || IN_TIME.compare(kept, other) < 0;
            if (isItsTurn && !kept.isKeptBeside(other) && kept.isOfSamePersonAs(other) && kept.sharesTimeWith(other)) {
                boolean isFirst = IN_TIME.compare(kept, other) < 0;
                pairs.add(isFirst ? new Pair(kept, other) : new Pair(other, kept));
            }
        }
    }

    private void take(Slot slot) {
        before(slot)
                .flatMap(latest -> latest.byPrecision.values().stream())
                .filter(slot::sharesTimeWith)
                .forEach(earlier -> pairs.add(new Pair(earlier, slot)));
        keep(slot);
    }

    private Stream<Latest> before(Slot slot) {
        Latest withoutEmail = byNameAlone.get(slot.userName());
        Stream<Latest> withEmail = slot.userEmail() == null
                ? byNameAndEmail.getOrDefault(slot.userName(), Map.of()).values().stream()
                : Stream.ofNullable(byEmail.get(slot.userEmail()));
        return Stream.concat(Stream.ofNullable(withoutEmail), withEmail);
    }

    private void keep(Slot slot) {
        if (slot.userEmail() == null) {
            byNameAlone.computeIfAbsent(slot.userName(), any -> new Latest()).take(slot);
            return;
        }
        byEmail.computeIfAbsent(slot.userEmail(), any -> new Latest()).take(slot);
        byNameAndEmail
                .computeIfAbsent(slot.userName(), any -> new HashMap<>())
                .computeIfAbsent(slot.userEmail(), any -> new Latest())
                .take(slot);
    }

    /** Which of one person's entries lasts longest so far, for each precision, because that decides what an overlap is. */
    private static final class Latest {

        private final Map<Integer, Slot> byPrecision = new HashMap<>();

        void take(Slot slot) {
            byPrecision.merge(
                    slot.precisionSeconds(), slot, (known, next) -> next.end().isAfter(known.end()) ? next : known);
        }
    }
}
