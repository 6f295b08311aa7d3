package fr.syaga.facturation.invoice.cache;

import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads when a document left and to whom, from columns that come and go: {@code date_envoi…}, {@code destinataire…},
 * {@code statut_envoi…}. It was sent when there is a day on which it left and nothing says that it did not: a status such as
 * "À ENVOYER", or an addressee of our own house while no final customer is named.
 */
public final class CachedSendings {

    /** The day of the real sending beats any other. */
    private static final Comparator<String> REAL_FIRST =
            Comparator.comparing((String column) -> !column.contains("reel")).thenComparing(Comparator.naturalOrder());

    /** A day that was only meant. */
    private static final Pattern PLANNED = Pattern.compile("prev|estim|theori|souhait|programm|limite|relance");

    /** A denial before a word for sending, or a word that alone says that it did not come to that. */
    private static final Pattern NOT_SENT = Pattern.compile(
            "(?:^|[^A-Z])(?:NON|PAS|JAMAIS|A|NOT|TO)[ _-]+(?:(?:ENCORE|ETE|ETRE)[ _-]+)*"
                    + "(?:(?:R|RE)?ENVO|CONFIRM|TROUV|TRANSM|EXPEDI|SEN[DT])"
                    + "|AUCUN|ECHEC|ECHOU|ERREUR|ERROR|FAIL|ANNUL|BROUILLON|DRAFT|ATTENTE|PENDING|PREVU|PROGRAMM|REJET|REFUS");

    private static final Pattern OWN_HOUSE = Pattern.compile("INTERNE|NOUS[ _-]?MEME|EXPEDITEUR");

    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}.-]{1,180}[\\p{L}\\p{N}]");
    private static final int MOST_RECIPIENTS = 50;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final List<String> days;
    private final List<String> recipients;
    private final List<String> states;

    /** @param columns the table's columns, in small letters */
    public CachedSendings(Collection<String> columns) {
        days = begunBy("date_envoi", columns)
                .filter(column -> !PLANNED.matcher(column).find())
                .sorted(REAL_FIRST)
                .toList();
        recipients = begunBy("destinataire", columns).sorted(REAL_FIRST).toList();
        states = begunBy("statut_envoi", columns).toList();
    }

    private static Stream<String> begunBy(String prefix, Collection<String> columns) {
        return columns.stream().filter(column -> column.startsWith(prefix));
    }

    /**
     * A sending.
     *
     * @param on the day; null when the document was not sent, and then there are no recipients
     */
    public record Sending(LocalDate on, List<String> recipients) {

        static final Sending NONE = new Sending(null, List.of());
    }

    public Sending of(CacheCells row) throws SQLException {
        LocalDate on = day(row);
        if (on == null || isDenied(row)) {
            return Sending.NONE;
        }
        return new Sending(on, addresses(row));
    }

    private LocalDate day(CacheCells row) throws SQLException {
        for (String column : days) {
            LocalDate day = row.day(column);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private boolean isDenied(CacheCells row) throws SQLException {
        for (String column : states) {
            if (NOT_SENT.matcher(folded(row.text(column))).find()) {
                return true;
            }
        }
        return OWN_HOUSE.matcher(folded(row.text("type_destinataire"))).find()
                && row.text("destinataire_client_final") == null;
    }

    /** Addresses only: a placeholder or a name is nobody that mail reaches. The same one in two columns is one. */
    private List<String> addresses(CacheCells row) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String column : recipients) {
            String text = row.text(column);
            Matcher address = ADDRESS.matcher(text == null ? "" : text);
            while (address.find() && found.size() < MOST_RECIPIENTS) {
                if (found.stream().noneMatch(address.group()::equalsIgnoreCase)) {
                    found.add(address.group());
                }
            }
        }
        return List.copyOf(found);
    }

    private static String folded(String text) {
        return text == null
                ? ""
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toUpperCase(Locale.ROOT);
    }
}
