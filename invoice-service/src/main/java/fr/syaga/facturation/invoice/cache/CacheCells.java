package fr.syaga.facturation.invoice.cache;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import fr.syaga.facturation.edge.PlainText;

/**
 * Reads the cells of a row of the cache by their column's name. A column that the file does not have and a number that is none
 * are null; what no document can hold makes the row unusable.
 */
public record CacheCells(ResultSet row, Set<String> columns) {

    private static final int LONGEST_TEXT = 20_000;
    private static final int AMOUNT_DECIMALS = 2;
    private static final int QUANTITY_DECIMALS = 4;

    /** Plain or scientific, with an exponent that cannot blow up: SQLite writes REAL numbers with two or three digits. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,40}(?:[.,]\\d{1,40})?(?:[eE][-+]?\\d{1,3})?");

    private static final Pattern ID = Pattern.compile("-?\\d{1,18}(?:\\.0+)?");

    private static final BigDecimal TOO_LARGE = new BigDecimal("1e12");

    /** The reason why a row is left out; a sentence for the bookkeeper. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }

    /** The cell as plain text without outer spaces; null when nothing of it can be seen. */
    public String text(String column) throws SQLException {
        String text = columns.contains(column) ? row.getString(column) : null;
        if (PlainText.isBlank(text)) {
            return null;
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Unreadable("%s is longer than %d characters".formatted(column, LONGEST_TEXT));
        }
        return PlainText.orNull(text);
    }

    /** A row's id in the file; empty when there is none, or it is no whole number. */
    public Optional<Long> id(String column) throws SQLException {
        String text = columns.contains(column) ? PlainText.code(row.getString(column)) : null;
        return text != null && ID.matcher(text).matches()
                ? Optional.of(new BigDecimal(text).longValue())
                : Optional.empty();
    }

    /** A day of the calendar, whatever time of day stands behind it; null when there is none. */
    LocalDate day(String column) throws SQLException {
        return CacheDay.of(text(column));
    }

    public BigDecimal amount(String column) throws SQLException {
        return number(column, AMOUNT_DECIMALS);
    }

    public BigDecimal quantity(String column) throws SQLException {
        return number(column, QUANTITY_DECIMALS);
    }

    private BigDecimal number(String column, int decimals) throws SQLException {
        String text = text(column);
        String digits = text == null ? "" : PlainText.withPlainSpaces(text).replace(" ", "");
        if (!NUMBER.matcher(digits).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(digits.replace(',', '.'));
        if (number.abs().compareTo(TOO_LARGE) >= 0) {
            throw new Unreadable("%s %s is more than a document can hold".formatted(column, text));
        }
        return number.setScale(decimals, RoundingMode.HALF_UP);
    }
}
