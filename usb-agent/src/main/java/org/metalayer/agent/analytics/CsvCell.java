package org.metalayer.agent.analytics;

/**
 * Cells of comma-separated values (RFC 4180).
 *
 * <p>A spreadsheet takes a cell that begins like a formula for one, and a formula can fetch pages
 * and start programs. Names of features come from components, which are not trusted that far.
 * Therefore such a text gets an apostrophe before it, which spreadsheets take for "this is text".
 */
final class CsvCell {

    /** Also as they are typed in East Asia. */
    private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvCell() {}

    /** A text that may come from anywhere. */
    static String text(String text) {
        boolean formula = !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
        return quoted(formula ? "'" + text : text);
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0)
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }
}
