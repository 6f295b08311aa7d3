package fr.syaga.facturation.recurrence.detection;

import java.util.List;

/**
 * A contract that is over, and after it one of the same customer and day that bills more often at another price. Of the
 * new one's invoices those that also fit the old calendar look like the old contract at a new price.
 */
final class Takeover {

    private Takeover() {}

    /** The part of a track that is its own: all of it, unless another bills all that follows a new price, and nothing before. */
    static Track ownPart(Track track, List<Track> believed) {
        for (Track other : believed) {
            List<Hit> own = track.hits().stream()
                    .filter(hit -> !other.holds(hit.invoice()))
                    .toList();
            if (other.step() < track.step() && takesTheEnd(track, own)) {
                return track.part(0, own.size() - 1);
            }
        }
        return track;
    }

    private static boolean takesTheEnd(Track track, List<Hit> own) {
        int size = own.size();
        if (size < ChainSearch.SHORTEST || size == track.size()) {
            return false;
        }
        Hit last = track.hits().get(size - 1);
        return own.get(size - 1) == last && track.hits().get(size).invoice().cents != last.invoice().cents;
    }
}
