package org.metalayer.cli.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.cli.platform.CliException;

/** Processes that are ended together. */
public final class Crew {
    private final Duration patience;
    private final List<Child> children = new ArrayList<>();
    private volatile boolean dismissed;

    /**
     * @param patience how long the processes have to end when they are asked to
     */
    public Crew(Duration patience) {
        this.patience = patience;
    }

    /** Starts another one, unless the crew has been dismissed meanwhile. */
    public synchronized Child start(String name, List<String> command, Lines lines) {
        if (dismissed) {
            throw new CliException("stopping, so %s is not started".formatted(name));
        }
        Child child = Child.start(name, command, lines);
        children.add(child);
        return child;
    }

    /** Whether its processes have been asked to end. */
    public boolean isDismissed() {
        return dismissed;
    }

    /** Whether there is nobody to dismiss. */
    public synchronized boolean isEmpty() {
        return children.isEmpty();
    }

    /**
     * Asks all to end and kills those that do not in time. Nobody can join afterwards.
     *
     * @return those that had to be killed
     */
    public synchronized List<Child> dismiss() {
        dismissed = true;
        children.forEach(Child::askToEnd);
        long deadline = System.nanoTime() + patience.toNanos();
        List<Child> stubborn = new ArrayList<>();
        for (Child child : children) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            if (!child.endsWithin(left)) {
                stubborn.add(child);
            }
        }
        stubborn.forEach(Child::kill);
        stubborn.forEach(Child::await);
        children.clear();
        return stubborn;
    }
}
