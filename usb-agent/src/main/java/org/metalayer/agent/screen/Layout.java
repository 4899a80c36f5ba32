package org.metalayer.agent.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The page laid out for one terminal.
 *
 * @param rows as many as there is room for
 * @param code beside them, in the upper right corner, where there is room for both
 */
record Layout(Size size, List<Row> rows, Optional<QrBlocks> code) {

    private static final int LABEL = 9;
    private static final int LEAST_TEXT = 36;
    private static final int GAP = 2;
    private static final String MORE = "…  more is said by `stick status`";

    static Layout of(List<Line> lines, Optional<Address> toScan, Size size) {
        Optional<QrBlocks> code =
                toScan.map(address -> QrBlocks.of(address.url()))
                        .filter(blocks -> blocks.height() <= size.rows())
                        .filter(blocks -> blocks.width() + GAP + LEAST_TEXT <= size.columns());
        int width = size.columns() - code.map(blocks -> blocks.width() + GAP).orElse(0);
        List<Line> all = new ArrayList<>(lines);
        if (code.isPresent()) {
            all.add(Line.plain("Code", "leads a telephone to " + toScan.orElseThrow().url()));
        }
        return new Layout(size, fitting(rows(all, width), size.rows()), code);
    }

    private static List<Row> rows(List<Line> lines, int width) {
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            String start = "%-9s".formatted(line.label());
            for (String piece : wrapped(line.text(), Math.max(1, width - LABEL))) {
                rows.add(new Row(line.tone(), (start + piece).stripTrailing()));
                start = " ".repeat(LABEL);
            }
        }
        return rows;
    }

    private static List<Row> fitting(List<Row> rows, int most) {
        if (rows.size() <= most) {
            return List.copyOf(rows);
        }
        List<Row> fitting = new ArrayList<>(rows.subList(0, most - 1));
        fitting.add(new Row(Line.Tone.STRONG, MORE));
        return List.copyOf(fitting);
    }

    /** Broken between words where possible. */
    private static List<String> wrapped(String text, int width) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.codePointCount(0, rest.length()) > width) {
            int end = rest.offsetByCodePoints(0, width);
            int space = rest.lastIndexOf(' ', end);
            int cut = space > 0 ? space : end;
            pieces.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        pieces.add(rest);
        return pieces;
    }
}
