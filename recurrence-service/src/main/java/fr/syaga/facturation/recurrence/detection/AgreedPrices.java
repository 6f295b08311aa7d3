package fr.syaga.facturation.recurrence.detection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The prices of a contract, told from the odd invoices among them. A price is billed twice in a row, or is the last one since a
 * change; an amount that came once amid a steady price, or between the old price and the new one, was a mistake.
 */
final class AgreedPrices {

    /** An amount that lasted no longer than this between two equal prices was a mistake and not a price. */
    private static final int LONGEST_MISTAKE = 2;

    /** Yearly and half-yearly contracts may well have another price each time. */
    private static final int LONGEST_STEP = 3;

    private final Track track;
    private final List<Run> runs = new ArrayList<>();
    private final Set<Hit> odd = new HashSet<>();

    AgreedPrices(Track track) {
        this.track = track;
        gather();
        for (int i = 1; i < runs.size(); i++) {
            if (i + 1 < runs.size() ? isOdd(i) : isCheaperOnce(i)) {
                odd.addAll(runs.get(i).hits());
            }
        }
    }

    /** Invoices in a row that ask for the same. */
    private record Run(List<Hit> hits) {

        long cents() {
            return hits.get(0).invoice().cents;
        }

        int size() {
            return hits.size();
        }
    }

    private void gather() {
        for (Hit hit : track.hits()) {
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last == null || last.cents() != hit.invoice().cents) {
                last = new Run(new ArrayList<>());
                runs.add(last);
            }
            last.hits().add(hit);
        }
    }

    private boolean isOdd(int i) {
        Run before = runs.get(i - 1);
        Run run = runs.get(i);
        Run after = runs.get(i + 1);
        if (before.cents() == after.cents()) {
            return run.size() <= LONGEST_MISTAKE;
        }
        boolean between = isSteady(before) && (isSteady(after) || i + 2 == runs.size());
        return run.size() == 1 && between && track.step() <= LONGEST_STEP;
    }

    /** Prices rise: the first cheaper invoice after a steady price is believed when it is not the only one. */
    private boolean isCheaperOnce(int i) {
        Run before = runs.get(i - 1);
        Run run = runs.get(i);
        return run.size() == 1 && isSteady(before) && run.cents() < before.cents() && track.step() <= LONGEST_STEP;
    }

    private static boolean isSteady(Run run) {
        return run.size() > 1;
    }

    /** It asks for what was never agreed. */
    boolean isOdd(Hit hit) {
        return odd.contains(hit);
    }

    /** The first invoice of each price, oldest first; odd ones change nothing. */
    List<Hit> changes() {
        List<Hit> changes = new ArrayList<>();
        for (Hit hit : track.hits()) {
            boolean same = !changes.isEmpty() && changes.get(changes.size() - 1).invoice().cents == hit.invoice().cents;
            if (!same && !isOdd(hit)) {
                changes.add(hit);
            }
        }
        return changes;
    }

    /** What is to be billed for a due month: the price of the last invoice before it that is not odd, or of the first. */
    long at(int slot) {
        long price = track.first().invoice().cents;
        for (Hit hit : track.hits()) {
            if (hit.slot() > slot) {
                break;
            }
            price = isOdd(hit) ? price : hit.invoice().cents;
        }
        return price;
    }
}
