package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.protocol.message.DeploymentEntry;

/** The owner goes on working while the agent does. */
class OwnerMeanwhileTest extends WithMainSystem {

    private TestStick stick;

    @BeforeEach
    void installTheFirstRelease() throws Exception {
        system.feed().rollOut(aRelease(system).file("a.txt", "a1").file("b.txt", "b1").build());
        stick = stick();
        stick.round();
    }

    /** Something that the owner does. */
    @FunctionalInterface
    private interface Edit {
        void make() throws IOException;
    }

    /** The owner is quick: does this right before the nth operation of that name. */
    private StorageFaults before(String operation, int nth, Edit edit) {
        AtomicInteger count = new AtomicInteger();
        return StorageFaults.calling(now -> {
            if (now.equals(operation) && count.incrementAndGet() == nth) {
                edit.make();
            }
        });
    }

    private DeploymentEntry second() {
        return system.feed()
                .rollOut(
                        aRelease(system)
                                .version(2)
                                .file("a.txt", "a2")
                                .file("b.txt", "b1")
                                .build());
    }

    @Test
    void aFileSavedRightBeforeTheExchangeIsInTheNewTree() throws Exception {
        second();
        stick.start(before("exchange", 1, () -> stick.write("player", "own.txt", "own"))).round();

        assertThat(stick.files("player"))
                .isEqualTo(Map.of("a.txt", "a2", "b.txt", "b1", "own.txt", "own"));
        assertThat(system.outcomes().results()).containsExactly("verified", "verified");
    }

    @Test
    void aConflictThatArisesRightBeforeTheExchangeIsNoticed() throws Exception {
        second();
        stick.start(before("exchange", 1, () -> stick.write("player", "a.txt", "mine"))).round();

        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "mine", "b.txt", "b1"));
        assertThat(system.outcomes().results()).containsExactly("verified", "conflict");
    }

    @Test
    void aFileSavedRightBeforeTheWayBackIsKept() throws Exception {
        DeploymentEntry bad = second();
        stick.round();
        system.feed().withdraw(bad, "bad");
        stick.start(before("exchange", 1, () -> stick.write("player", "own.txt", "own"))).round();

        assertThat(stick.files("player"))
                .isEqualTo(Map.of("a.txt", "a1", "b.txt", "b1", "own.txt", "own"));
    }

    @Test
    void anEditOfBothTreesAroundTheExchangeLosesNeither() throws Exception {
        Path old = stick.content("player");
        second();
        AtomicInteger edits = new AtomicInteger();
        StorageFaults faults =
                StorageFaults.calling(operation -> {
                    boolean justExchanged = edits.get() == 1 && operation.equals("sync-directory");
                    if (operation.equals("exchange") && edits.compareAndSet(0, 1)) {
                        Files.writeString(old.resolve("late.txt"), "into the old tree");
                    } else if (justExchanged && edits.compareAndSet(1, 2)) {
                        Files.writeString(old.resolve("new.txt"), "into the new tree");
                    }
                });
        stick.start(faults).round();

        assertThat(stick.files("player"))
                .isEqualTo(Map.of("a.txt", "a2", "b.txt", "b1", "new.txt", "into the new tree"));
        assertThat(Trees.contents(stick.root().resolve(".metalayer/kept/player")).values())
                .containsExactly("into the old tree");
    }

    @Test
    void aNameThatIsNoTextComesAlong() throws Exception {
        run("printf x > \"$1/$(printf 'caf\\351.txt')\"", stick.content("player"));
        second();
        stick.round();

        assertThat(stick.version("player")).isEqualTo(2);
        run("test -f \"$1/$(printf 'caf\\351.txt')\"", stick.content("player"));
    }

    @Test
    void aWholeComponentThatTheOwnerDeletedStaysDeletedUntilItIsWanted() throws Exception {
        for (String file : stick.files("player").keySet()) {
            Files.delete(stick.content("player").resolve(file));
        }
        Files.delete(stick.content("player"));
        second();
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(system.outcomes().results()).endsWith("conflict");
    }

    private static void run(String script, Path argument) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script, "sh", argument.toString()).start();
        assertThat(process.onExit().join().exitValue()).isZero();
    }
}
