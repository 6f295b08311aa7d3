package fr.syaga.facturation.edge;

/** Text that goes into a cell of a table which somebody opens in a spreadsheet. */
public final class SpreadsheetText {

    /** OWASP's list of how a cell begins that a spreadsheet computes. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private SpreadsheetText() {}

    /** The text as it is; behind an apostrophe where a spreadsheet would take it for a formula; empty for null. */
    public static String cell(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
