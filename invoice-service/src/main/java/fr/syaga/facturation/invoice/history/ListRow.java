package fr.syaga.facturation.invoice.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.syaga.facturation.invoice.invoice.InvoiceKind;
import fr.syaga.facturation.invoice.invoice.ListedDocument;
import fr.syaga.facturation.invoice.money.Money;

/** Reads a row of Oxygène's list into a document, or says in a sentence why it cannot be one. */
final class ListRow {

    /** Prefix, year, month, counter; the space after the prefix is only in the list. */
    private static final Pattern NUMBER = Pattern.compile("([FA])\\s*(20\\d{2}(?:0[1-9]|1[0-2])\\d{2,4})");

    private static final Pattern AMOUNT = Pattern.compile("-?\\d+(?:[.,]\\d{1,2})?");
    private static final Pattern SPACES = Pattern.compile("\\s");
    private static final Pattern SLASH = Pattern.compile("\\s*/\\s*");

    /** A hyphen, in each of the forms in which a maker or a word processor writes one. */
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u00ad\\u02d7\\u2043\\u2212]");

    /** What parts code and name: a hyphen with a space on at least one side. */
    private static final Pattern PARTING = Pattern.compile("\\s*%1$s\\s+|\\s+%1$s".formatted(DASH));

    private static final char REPLACEMENT = '\uFFFD';
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 200;

    private ListRow() {}

    /** The reason why a row is left out; a sentence for the bookkeeper. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }

    static ListedDocument read(ListFile.Row row) {
        Matcher number = NUMBER.matcher(row.cell("numero").toUpperCase(Locale.ROOT));
        if (!number.matches()) {
            throw new Unreadable(
                    "'%s' is no invoice number such as F 20250746".formatted(shortened(row.cell("numero"))));
        }
        if (row.isCutOff()) {
            throw new Unreadable("the row ends before its last column: the file was cut off");
        }
        InvoiceKind kind = number.group(1).equals("F") ? InvoiceKind.INVOICE : InvoiceKind.CREDIT_NOTE;
        String[] customer = customer(row.cell("client").replace('\t', ' '));
        Money gross = amount(row, "total ttc");
        Money paid = optionalAmount(row, "mt regle", Money.ZERO);
        return new ListedDocument(
                number.group(1) + number.group(2),
                kind,
                customer[0],
                customer[1],
                date(row.cell("date")),
                amount(row, "total ht"),
                gross,
                paid,
                optionalAmount(row, "reste du", gross.minus(paid)),
                !row.cell("mt regle").isEmpty() || !row.cell("reste du").isEmpty());
    }

    /** Code and name, parted by the first hyphen beside a space; a text without any hyphen is both. */
    private static String[] customer(String text) {
        if (text.isEmpty()) {
            throw new Unreadable("the customer is missing");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new Unreadable("the customer holds a line break or another control character");
        }
        Matcher parting = PARTING.matcher(text);
        boolean parted = parting.find();
        if (!parted && DASH.matcher(text).find()) {
            throw new Unreadable(
                    "'%s' does not tell where the customer's code ends: part code and name by ' - ', as in LAA10 - LAA"
                            .formatted(shortened(text)));
        }
        String code = parted ? text.substring(0, parting.start()).strip() : text;
        String name = parted ? text.substring(parting.end()).strip() : text;
        if (code.isEmpty()
                || code.indexOf(REPLACEMENT) >= 0
                || code.length() > LONGEST_CODE
                || name.length() > LONGEST_NAME) {
            throw new Unreadable("'%s' is no customer such as LAA10 - LAA".formatted(shortened(text)));
        }
        return new String[] {code, name.isEmpty() ? code : name};
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(SLASH.matcher(text).replaceAll("/"), DATE);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Told below, as for a year out of range.
        }
        throw new Unreadable("'%s' is no date such as 31/07/2025".formatted(shortened(text)));
    }

    private static Money optionalAmount(ListFile.Row row, String column, Money absent) {
        return row.cell(column).isEmpty() ? absent : amount(row, column);
    }

    private static Money amount(ListFile.Row row, String column) {
        String digits =
                DASH.matcher(SPACES.matcher(row.cell(column)).replaceAll("")).replaceAll("-");
        if (!AMOUNT.matcher(digits).matches()) {
            throw new Unreadable("%s '%s' is no amount such as 1327,56".formatted(column, shortened(row.cell(column))));
        }
        Money amount = Money.of(new BigDecimal(digits.replace(',', '.')));
        if (!amount.fits()) {
            throw new Unreadable("%s %s is more than a document can hold".formatted(column, shortened(digits)));
        }
        return amount;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
