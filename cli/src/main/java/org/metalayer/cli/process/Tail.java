package org.metalayer.cli.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the last lines. */
final class Tail {
    private static final int KEPT = 10;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == KEPT) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
