package org.metalayer.cli.output;

import org.metalayer.cli.platform.Environment;

/** Colours, or none. */
final class Ink {
    private final boolean colours;

    Ink(boolean colours) {
        this.colours = colours;
    }

    /** None where no person looks on, or where they asked for none (no-color.org). */
    static Ink in(Environment environment) {
        return new Ink(
                environment.terminal()
                        && environment.variable("NO_COLOR").isEmpty()
                        && environment.variable("TERM").filter("dumb"::equals).isEmpty());
    }

    String paint(Cell cell) {
        String code = cell.tone().code();
        return colours && !code.isEmpty()
                ? "\u001B[%sm%s\u001B[0m".formatted(code, cell.text())
                : cell.text();
    }
}
