package org.metalayer.acceptance.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import org.metalayer.acceptance.harness.Background;
import org.metalayer.acceptance.harness.Eventually;
import org.metalayer.acceptance.harness.StickProcess;

/** What the agent's journal can say of an installation, and what brings it there. */
enum InstallStep {
    DOWNLOADING(Course.UPGRADE),
    STAGED(Course.UPGRADE),
    ACTIVATING(Course.UPGRADE),
    ACTIVATED(Course.UPGRADE),
    COMMITTED(Course.UPGRADE),
    CONFLICT(Course.CONFLICT),
    RETURNING(Course.LEFT_BY_ITS_OWNER),
    SWITCHING_BACK(Course.LEFT_BY_ITS_OWNER),
    FAILED(Course.IN_THE_WAY),
    ROLLED_BACK(Course.LEFT_BY_ITS_OWNER);

    private final Course course;

    InstallStep(Course course) {
        this.course = course;
    }

    Course course() {
        return course;
    }

    /**
     * Kills the agent with signal 9 as soon as the journal of the player says this.
     *
     * @return whether it died at this step, and not a moment later
     */
    boolean kills(Background agent, StickProcess stick) throws IOException {
        long deadline = System.nanoTime() + Eventually.LIMIT.toNanos();
        boolean begun = false;
        boolean over = false;
        while (!over && !stands(stick) && System.nanoTime() - deadline < 0) {
            boolean isThere = journal(stick).isPresent();
            over = begun && !isThere;
            begun |= isThere;
        }
        agent.kill9Now();
        return stands(stick);
    }

    /** What the journal of the player says; empty when nothing is under way. */
    static Optional<String> journal(StickProcess stick) throws IOException {
        try {
            return Optional.of(
                    Files.readString(
                            stick.root()
                                    .resolve(".metalayer/journal")
                                    .resolve(Player.COMPONENT + ".json")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private boolean stands(StickProcess stick) throws IOException {
        return journal(stick).filter(text -> text.contains('"' + name() + '"')).isPresent();
    }

    /** For the names of tests. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
