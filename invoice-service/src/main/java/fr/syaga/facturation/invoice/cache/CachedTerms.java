package fr.syaga.facturation.invoice.cache;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.syaga.facturation.edge.PlainText;

/**
 * When a document was to be paid, as far as the cache says it.
 *
 * @param dueOn a real day, or null
 * @param days after the document, when only words such as "Paiement à 30 jours" or "à réception" say it; else null
 */
public record CachedTerms(LocalDate dueOn, Integer days) {

    private static final Pattern DAYS = Pattern.compile("(\\d{1,3})\\s*(?:jours?|j)\\b");
    private static final Pattern AT_ONCE = Pattern.compile("comptant|r[ée]ception|imm[ée]diat");
    private static final Pattern END_OF_MONTH = Pattern.compile("fin\\s+d[eu]|fdm|\\ble\\s+\\d");

    public static CachedTerms of(CacheCells row) throws SQLException {
        LocalDate agreed = row.day("date_echeance_paiement");
        return new CachedTerms(
                agreed == null ? row.day("date_echeance") : agreed, days(row.text("conditions_paiement")));
    }

    private static Integer days(String words) {
        String said = words == null ? "" : PlainText.withPlainSpaces(words).toLowerCase(Locale.ROOT);
        if (END_OF_MONTH.matcher(said).find()) {
            return null;
        }
        Matcher days = DAYS.matcher(said);
        if (days.find()) {
            return Integer.valueOf(days.group(1));
        }
        return AT_ONCE.matcher(said).find() ? Integer.valueOf(0) : null;
    }
}
