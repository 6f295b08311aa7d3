package fr.syaga.facturation.invoice.drafting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import fr.syaga.facturation.invoice.invoice.InvoiceLine;

/**
 * A person may bill another quantity than the clock measured: the first quantity stays beside the one that is billed, with the
 * reason, until the measured one comes back.
 */
final class MeasuredLines {

    private MeasuredLines() {}

    /** The new lines of a draft of time, with what was measured of those that were there before. */
    static List<InvoiceLine> keep(
            List<InvoiceLine> present, List<InvoiceLine> written, List<InvoiceDraft.Line> brought) {
        List<InvoiceLine> kept = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            InvoiceLine before = before(present, written, i);
            InvoiceLine line = written.get(i);
            kept.add(
                    before == null
                            ? line
                            : measured(before, line, brought.get(i).quantityReason()));
        }
        return kept;
    }

    private static InvoiceLine measured(InvoiceLine before, InvoiceLine line, String reason) {
        BigDecimal measured = before.isChanged() ? before.measuredQuantity() : before.quantity();
        if (measured.compareTo(line.quantity()) == 0) {
            return line;
        }
        boolean sameAsBefore = before.isChanged() && before.quantity().compareTo(line.quantity()) == 0;
        return line.measuredAs(measured, reason == null && sameAsBefore ? before.quantityReason() : reason);
    }

    /** The line as it was: at its place, or moved by another line that came or went; null when it is a new one. */
    private static InvoiceLine before(List<InvoiceLine> present, List<InvoiceLine> written, int place) {
        InvoiceLine line = written.get(place);
        if (place < present.size() && isSame(present.get(place), line)) {
            return present.get(place);
        }
        List<InvoiceLine> moved = present.stream()
                .filter(each -> each.description().equals(line.description()))
                .toList();
        long now = written.stream()
                .filter(each -> each.description().equals(line.description()))
                .count();
        return moved.size() == 1 && now == 1 ? moved.get(0) : null;
    }

    /** A person who only words it anew does not make another line of it. */
    private static boolean isSame(InvoiceLine before, InvoiceLine line) {
        return before.description().equals(line.description())
                || before.quantity().compareTo(line.quantity()) == 0
                        && before.unitPrice().compareTo(line.unitPrice()) == 0;
    }
}
