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

    private final CandidateContract candidate;
    private final List<Run> runs = new ArrayList<>();
    private final Set<BilledOccurrence> odd = new HashSet<>();

    AgreedPrices(CandidateContract candidate) {
        this.candidate = candidate;
        gather();
        for (int i = 1; i < runs.size(); i++) {
            if (i + 1 < runs.size() ? isOdd(i) : isCheaperOnce(i)) {
                odd.addAll(runs.get(i).occurrences());
            }
        }
    }

    /** Invoices in a row that ask for the same. */
    private record Run(List<BilledOccurrence> occurrences) {

        long cents() {
            return occurrences.get(0).invoice().cents;
        }

        int size() {
            return occurrences.size();
        }
    }

    private void gather() {
        for (BilledOccurrence occurrence : candidate.occurrences()) {
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last == null || last.cents() != occurrence.invoice().cents) {
                last = new Run(new ArrayList<>());
                runs.add(last);
            }
            last.occurrences().add(occurrence);
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
        return run.size() == 1 && between && candidate.step() <= LONGEST_STEP;
    }

    /** Prices rise: the first cheaper invoice after a steady price is believed when it is not the only one. */
    private boolean isCheaperOnce(int i) {
        Run before = runs.get(i - 1);
        Run run = runs.get(i);
        return run.size() == 1 && isSteady(before) && run.cents() < before.cents() && candidate.step() <= LONGEST_STEP;
    }

    private static boolean isSteady(Run run) {
        return run.size() > 1;
    }

    /** It asks for what was never agreed. */
    boolean isOdd(BilledOccurrence occurrence) {
        return odd.contains(occurrence);
    }

    /** The first invoice of each price, oldest first; odd ones change nothing. */
    List<BilledOccurrence> changes() {
        List<BilledOccurrence> changes = new ArrayList<>();
        for (BilledOccurrence occurrence : candidate.occurrences()) {
            boolean same =
                    !changes.isEmpty() && changes.get(changes.size() - 1).invoice().cents == occurrence.invoice().cents;
            if (!same && !isOdd(occurrence)) {
                changes.add(occurrence);
            }
        }
        return changes;
    }

    /** What is to be billed for a due month: the price of the last invoice before it that is not odd, or of the first. */
    long at(int dueMonth) {
        long price = candidate.first().invoice().cents;
        for (BilledOccurrence occurrence : candidate.occurrences()) {
            if (occurrence.dueMonth() > dueMonth) {
                break;
            }
            price = isOdd(occurrence) ? price : occurrence.invoice().cents;
        }
        return price;
    }
}
