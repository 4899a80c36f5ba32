package org.metalayer.cli.output;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.metalayer.cli.platform.Environment;
import org.metalayer.protocol.PlainText;

/** Prints what a verb has to show. */
public final class Output {
    private static final int GAP = 2;

    private final PrintStream out;
    private final boolean terminal;
    private final Ink ink;

    public Output(Environment environment) {
        this.out = environment.out();
        this.terminal = environment.terminal();
        this.ink = Ink.in(environment);
    }

    public void line(String text) {
        out.println(PlainText.line(text));
    }

    public void blank() {
        out.println();
    }

    /** A line that stands above what belongs to it. */
    public void heading(String text) {
        out.println(ink.paint(new Cell(text, Tone.HEADING)));
    }

    /** The table, or the sentence for when it has no rows. */
    public void table(Table table, String whenEmpty) {
        if (table.isEmpty()) {
            line(whenEmpty);
        } else {
            aligned(table.rows(), 0);
        }
    }

    public void details(Details details) {
        aligned(details.rows(), 0);
    }

    /** Details that belong to the line above them. */
    public void indented(Details details) {
        aligned(details.rows(), GAP);
    }

    /**
     * A JSON document as it came; for a person's terminal, with the characters that would act on it
     * escaped.
     */
    public void json(byte[] document) {
        if (terminal) {
            out.println(PlainText.json(new String(document, StandardCharsets.UTF_8)));
        } else {
            out.write(document, 0, document.length);
            out.println();
        }
    }

    private void aligned(List<List<Cell>> rows, int margin) {
        int[] widths = new int[rows.isEmpty() ? 0 : rows.getFirst().size()];
        for (List<Cell> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i).text()));
            }
        }
        for (List<Cell> row : rows) {
            StringBuilder line = new StringBuilder(" ".repeat(margin));
            for (int i = 0; i < widths.length; i++) {
                Cell cell = row.get(i);
                line.append(ink.paint(cell))
                        .repeat(' ', widths[i] - DisplayWidth.of(cell.text()) + GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
