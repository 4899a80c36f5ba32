package org.metalayer.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, aligned by columns; nothing is cut off. */
public final class Table {
    private final List<List<Cell>> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(List.of(headings).stream().map(text -> new Cell(text, Tone.HEADING)).toList());
    }

    public Table row(Cell... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException(
                    "%d cells under %d headings".formatted(cells.length, rows.getFirst().size()));
        }
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.size() == 1;
    }

    List<List<Cell>> rows() {
        return rows;
    }
}
