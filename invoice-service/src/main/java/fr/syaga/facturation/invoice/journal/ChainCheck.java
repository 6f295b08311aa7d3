package fr.syaga.facturation.invoice.journal;

import java.util.Optional;

/** Walks along the chain entry by entry, from its beginning, and stops at the first one that does not follow the one before it. */
final class ChainCheck {

    private long sequence;
    private String hash = JournalEntry.GENESIS;

    /** The last entry that was found whole; 0 at the beginning. */
    long sequence() {
        return sequence;
    }

    /** What is wrong with the next entry; empty when it follows. */
    Optional<Journal.Verification> follow(JournalEntry entry) {
        long expected = sequence + 1;
        if (entry.sequence() != expected) {
            return Optional.of(broken(sequence, expected, "Entry %d is missing.".formatted(expected)));
        }
        if (!entry.previousHash().equals(hash) || !entry.isIntact()) {
            return Optional.of(broken(expected, expected, "Entry %d was changed.".formatted(expected)));
        }
        sequence = expected;
        hash = entry.hash();
        return Optional.empty();
    }

    /** The verdict when no entry is left. */
    Journal.Verification end(Journal.Head head) {
        if (head.sequence() > sequence) {
            return broken(sequence, sequence + 1, "The last entries are missing.");
        }
        return head.hash().equals(hash)
                ? new Journal.Verification(true, sequence, null, null)
                : broken(sequence, sequence, "The end of the chain was changed.");
    }

    private static Journal.Verification broken(long entries, long at, String reason) {
        return new Journal.Verification(false, entries, at, reason);
    }
}
