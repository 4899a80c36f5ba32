package org.metalayer.cli.output;

import org.metalayer.protocol.PlainText;

/**
 * A piece of one line.
 *
 * @param text made harmless for the terminal
 */
public record Cell(String text, Tone tone) {
    public Cell {
        text = PlainText.line(text);
    }

    public static Cell of(String text) {
        return new Cell(text, Tone.PLAIN);
    }

    public static Cell of(long number) {
        return of(Long.toString(number));
    }

    /** A state of a lifecycle, in its colour, with spaces for underscores. */
    public static Cell state(String state) {
        return new Cell(state.replace('_', ' '), Tone.ofState(state));
    }
}
