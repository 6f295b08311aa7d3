package fr.syaga.facturation.clockify.timesheet;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import fr.syaga.facturation.edge.PlainText;

/**
 * What Clockify says of an entry beside the time: of which type it is, whether Clockify has it on an invoice already, whether it
 * was approved. Null is not told.
 *
 * @param type REGULAR, BREAK, TIME_OFF, HOLIDAY, or another word of Clockify's in capitals
 * @param invoiced true once any source said so; no source takes it back, only a person does
 * @param invoice the name that Clockify's invoice has there
 * @param approval APPROVED, or another word of Clockify's in capitals
 */
@Embeddable
public record EntryStatus(
        @Column(name = "time_type") String type,
        Boolean invoiced,
        @Column(name = "invoiced_as") String invoice,
        String approval) {

    public static final EntryStatus NOT_TOLD = new EntryStatus(null, null, null, null);

    private static final String REGULAR = "REGULAR";
    private static final String APPROVED = "APPROVED";
    private static final Set<String> NOBODYS_WORK = Set.of("BREAK", "TIME_OFF", "HOLIDAY");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("normal", REGULAR),
            Map.entry("regulier", REGULAR),
            Map.entry("pause", "BREAK"),
            Map.entry("timeoff", "TIME_OFF"),
            Map.entry("conge", "TIME_OFF"),
            Map.entry("conges", "TIME_OFF"),
            Map.entry("ferie", "HOLIDAY"),
            Map.entry("jour ferie", "HOLIDAY"),
            Map.entry("approuve", APPROVED));

    public EntryStatus {
        type = word(type);
        invoice = PlainText.orNull(invoice);
        approval = word(approval);
        invoiced = invoice != null || Boolean.TRUE.equals(invoiced) ? Boolean.TRUE : null;
    }

    /** {@code Time off} and {@code TIME_OFF} are one word. */
    private static String word(String told) {
        String folded = told == null ? "" : Words.fold(told);
        return folded.isEmpty()
                ? null
                : WORDS.getOrDefault(folded, folded.replace(' ', '_').toUpperCase(Locale.ROOT));
    }

    /** Of one of these types, as a person may write them; time of which no type is told is regular. */
    public boolean isOneOf(Iterable<String> types) {
        for (String each : types) {
            if (typeOrRegular().equals(word(each))) {
                return true;
            }
        }
        return false;
    }

    public String typeOrRegular() {
        return type == null ? REGULAR : type;
    }

    /** A day off or a break may lie beside work of the same hours; null is regular time. */
    public static boolean isNobodysWork(String type) {
        return type != null && NOBODYS_WORK.contains(type);
    }

    boolean isInvoiced() {
        return Boolean.TRUE.equals(invoiced);
    }

    public boolean isApproved() {
        return APPROVED.equals(approval);
    }

    /** The newer status; what it does not say stays as the older one says. */
    EntryStatus then(EntryStatus newer) {
        return new EntryStatus(
                newer.type == null ? type : newer.type,
                isInvoiced() || newer.isInvoiced(),
                newer.invoice == null ? invoice : newer.invoice,
                newer.approval == null ? approval : newer.approval);
    }

    /** As {@link #then}, but a file never changes the type that Clockify told. */
    EntryStatus completedBy(EntryStatus row) {
        return then(type == null ? row : new EntryStatus(null, row.invoiced, row.invoice, row.approval));
    }
}
