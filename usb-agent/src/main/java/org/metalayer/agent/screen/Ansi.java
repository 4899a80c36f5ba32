package org.metalayer.agent.screen;

import java.util.List;

/** A page as a terminal takes it: ECMA-48 sequences that every console and emulator knows. */
final class Ansi {

    private static final String ESC = "\u001b[";
    private static final String PLAIN = ESC + "0m";
    private static final String STRONG = ESC + "1m";
    private static final String ALERT = ESC + "1;31m";
    private static final String DARK_ON_LIGHT = ESC + "0;30;47m";

    /** Without a cursor, and without going on in the next row where one is too long. */
    private static final String BEGIN = ESC + "?25l" + ESC + "?7l" + PLAIN + ESC + "2J";

    /** Gives the terminal back as it was. */
    static final String RESTORE = ESC + "?25h" + ESC + "?7h" + PLAIN + ESC + "2J" + ESC + "H";

    private Ansi() {}

    static String page(Layout layout) {
        StringBuilder page = new StringBuilder(BEGIN);
        List<Row> rows = layout.rows();
        for (int n = 0; n < rows.size(); n++) {
            Row row = rows.get(n);
            page.append(at(n + 1, 1)).append(tone(row.tone())).append(row.text()).append(PLAIN);
        }
        layout.code()
                .ifPresent(code -> {
                    int column = layout.size().columns() - code.width() + 1;
                    for (int n = 0; n < code.height(); n++) {
                        page.append(at(n + 1, column))
                                .append(DARK_ON_LIGHT)
                                .append(code.rows().get(n));
                    }
                    page.append(PLAIN);
                });
        return page.toString();
    }

    private static String at(int row, int column) {
        return ESC + row + ";" + column + "H";
    }

    private static String tone(Line.Tone tone) {
        return switch (tone) {
            case PLAIN -> PLAIN;
            case STRONG -> STRONG;
            case ALERT -> ALERT;
        };
    }
}
