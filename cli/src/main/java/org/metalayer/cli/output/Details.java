package org.metalayer.cli.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Labelled facts about one thing. */
public final class Details {
    private final List<List<Cell>> rows = new ArrayList<>();

    public Details add(String label, String value) {
        return add(label, Cell.of(value));
    }

    public Details add(String label, Cell value) {
        rows.add(List.of(new Cell(label, Tone.HEADING), value));
        return this;
    }

    /** Nothing, when there is nothing to say. */
    public Details add(String label, Optional<String> value) {
        value.filter(text -> !text.isBlank()).ifPresent(text -> add(label, text));
        return this;
    }

    /** One line per value, the label beside the first. */
    public Details lines(String label, Collection<String> values) {
        String beside = label;
        for (String value : values) {
            add(beside, value);
            beside = "";
        }
        return this;
    }

    List<List<Cell>> rows() {
        return rows;
    }
}
