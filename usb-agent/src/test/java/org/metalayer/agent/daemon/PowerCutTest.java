package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.install.Phase;
import org.metalayer.agent.install.Resolution;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.ComponentName;

/**
 * The power fails before every single storage operation, and of files that were not synced only the
 * length is left: as long as the journal does not count on them, that costs time and nothing else.
 */
class PowerCutTest extends WithMainSystem {

    private static final ComponentName PLAYER = new ComponentName("player");

    /** The phases in which a tree is laid out, unsynced until it is complete. */
    private static final Set<Phase> LAYING_OUT = EnumSet.of(Phase.DOWNLOADING, Phase.RETURNING);

    /** What ends the agent: nothing in it catches this. */
    private static final class Darkness extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void spoilsNothingThatAnInstallationCountsOn() throws Exception {
        TestStick before = withFirstVersion();
        before.write("player", "own.txt", "own");
        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "a2").build());

        Map<String, String> old = Map.of("a.txt", "a1", "b.txt", "b1", "own.txt", "own");
        Map<String, String> fresh = Map.of("a.txt", "a2", "own.txt", "own");
        failEverywhere(before, List.of(old, fresh), fresh);
    }

    @Test
    void spoilsNoCopyOfAFileThatTheOwnerLetGo() throws Exception {
        TestStick before = withFirstVersion();
        before.write("player", "a.txt", "my own words");
        before.asksToInstall("player", Resolution.TAKE_THEIRS);
        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "a2").build());

        Map<String, String> old = Map.of("a.txt", "my own words", "b.txt", "b1");
        Map<String, String> fresh = Map.of("a.txt", "a2");
        for (TestStick stick : failEverywhere(before, List.of(old, fresh), fresh)) {
            assertThat(Trees.contents(stick.directory().kept(PLAYER)))
                    .containsValue("my own words");
        }
    }

    @Test
    void spoilsNothingThatTheWayBackCountsOn() throws Exception {
        TestStick before = withFirstVersion();
        var bad = system.feed().rollOut(aRelease(system).version(2).file("a.txt", "a2").build());
        before.round();
        before.write("player", "own.txt", "own");
        system.feed().withdraw(bad, "bad");

        Map<String, String> now = Map.of("a.txt", "a2", "own.txt", "own");
        Map<String, String> back = Map.of("a.txt", "a1", "b.txt", "b1", "own.txt", "own");
        failEverywhere(before, List.of(now, back), back);
    }

    private TestStick withFirstVersion() throws IOException {
        system.feed().rollOut(aRelease(system).file("a.txt", "a1").file("b.txt", "b1").build());
        TestStick stick = stick();
        stick.round();
        return stick;
    }

    /** Returns the sticks, one for every operation. */
    private List<TestStick> failEverywhere(
            TestStick before, List<Map<String, String>> allowed, Map<String, String> end)
            throws IOException {
        Stream.Builder<TestStick> sticks = Stream.builder();
        int spoiled = 0;
        boolean failed = true;
        for (int step = 1; failed; step++) {
            system.sticks().forgetRenewals();
            TestStick stick = before.copyTo(directory.resolve("copies/" + step));
            // Once the new tree is in its place, all that follows is CrashTest's.
            failed = fails(stick, step) && !stick.files("player").equals(end);
            spoiled += spoilUnsynced(stick);
            assertThat(stick.files("player")).as("power cut at %s", step).isIn(allowed);
            stick.round();
            assertThat(stick.files("player")).as("after power cut at %s", step).isEqualTo(end);
            sticks.add(stick);
        }
        assertThat(spoiled).isGreaterThan(2);
        return sticks.build().toList();
    }

    private static boolean fails(TestStick stick, int step) throws IOException {
        AtomicInteger count = new AtomicInteger();
        try {
            stick.start(
                            StorageFaults.calling(operation -> {
                                if (count.incrementAndGet() >= step) {
                                    throw new Darkness();
                                }
                            }))
                    .round();
            return false;
        } catch (Darkness darkness) {
            return true;
        }
    }

    /** Returns how many files were spoiled. */
    private static int spoilUnsynced(TestStick stick) throws IOException {
        StickDirectory directory = stick.directory();
        int spoiled = spoil(directory.partial());
        Optional<Phase> phase = stick.local().journal().of(PLAYER).map(Installation::phase);
        if (phase.isEmpty() || LAYING_OUT.contains(phase.get())) {
            spoiled += spoil(directory.staging(PLAYER));
        }
        if (phase.filter(Phase.DOWNLOADING::equals).isPresent()) {
            spoiled += spoil(directory.kept(PLAYER));
        }
        return spoiled;
    }

    private static int spoil(Path root) throws IOException {
        if (Files.notExists(root)) {
            return 0;
        }
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> files =
                    walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                            .toList();
            for (Path file : files) {
                Files.write(file, new byte[(int) Files.size(file)]);
            }
            return files.size();
        }
    }
}
