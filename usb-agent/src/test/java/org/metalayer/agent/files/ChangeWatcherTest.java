package org.metalayer.agent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Awaits hints from the real kernel; the deadline is only met by a test that fails. */
@Timeout(300)
class ChangeWatcherTest {

    private static final Duration QUIET = Duration.ofMillis(20);
    private static final long DEADLINE_SECONDS = 60;
    private static final String ANYTHING = "*";
    private static final int MORE_THAN_THE_JDK_KEEPS = 600;
    private static final String MARKER = "marker";

    @TempDir private Path stick;
    private Path modules;
    private final BlockingQueue<String> hints = new LinkedBlockingQueue<>();
    private final Semaphore mayHear = new Semaphore(Integer.MAX_VALUE);
    private ChangeWatcher watcher;
    private int markers;

    @BeforeEach
    void twoWatchedComponents() throws IOException {
        modules = stick.resolve("module");
        Files.createDirectories(modules.resolve("player/js"));
        Files.createDirectories(modules.resolve("editor"));
        watcher = ChangeWatcher.watch(modules, QUIET, new Recorder());
    }

    @AfterEach
    void endWatching() throws IOException {
        watcher.close();
    }

    @Test
    void hintsAtTheComponentWhoseFileChanged() throws Exception {
        Files.writeString(modules.resolve("player/js/a.js"), "x");

        assertHint("player");
    }

    @Test
    void hintsAtADeletionAndAtAChangedMode() throws Exception {
        Path file = Files.writeString(modules.resolve("editor/tool"), "x");
        assertHint("editor");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        assertHint("editor");
        Files.delete(file);
        assertHint("editor");
    }

    @Test
    void hintsAtANewComponentAndAtWhatHappensInsideIt() throws Exception {
        Path deep = Files.createDirectories(modules.resolve("fresh/a/b/c"));
        assertHint("fresh");

        Files.writeString(deep.resolve("file"), "x");
        assertHint("fresh");
    }

    @Test
    void keepsWatchingAfterAComponentWasExchangedBeneathIt() throws Exception {
        Path staged = Files.createDirectories(stick.resolve("staged/player/css"));
        new AtomicExchange(StorageFaults.none())
                .exchange(modules.resolve("player"), stick.resolve("staged/player"));
        assertHint("player");

        Files.writeString(modules.resolve("player/css/new.css"), "x");
        assertHint("player");
        assertThat(staged).doesNotExist();
    }

    @Test
    void noLongerHintsAtATreeThatWasExchangedAway() throws Exception {
        Files.createDirectories(stick.resolve("staged/player"));
        new AtomicExchange(StorageFaults.none())
                .exchange(modules.resolve("player"), stick.resolve("staged/player"));
        assertHint("player");
        settle();

        Files.writeString(stick.resolve("staged/player/js/a.js"), "x");
        Files.writeString(modules.resolve("editor/file"), "x");

        assertThat(next()).isEqualTo("editor");
    }

    @Test
    void followsAFolderThatWasMovedToAnotherComponent() throws Exception {
        Files.move(modules.resolve("player/js"), modules.resolve("editor/js"));
        assertHint("editor");
        settle();

        Files.writeString(modules.resolve("editor/js/a.js"), "x");
        assertThat(next()).isEqualTo("editor");
    }

    @Test
    void asksForAFullScanWhenTheWholeDirectoryIsReplacedAndGoesOn() throws Exception {
        Files.move(modules, stick.resolve("old"));
        Files.createDirectories(modules.resolve("player"));
        assertHint(ANYTHING);
        settle();

        Files.writeString(modules.resolve("player/file"), "x");
        assertHint("player");
    }

    @Test
    void asksForAFullScanWhenEventsWereDropped() throws Exception {
        Set<String> heard = Set.of();
        while (!heard.contains(ANYTHING)) {
            int permits = mayHear.drainPermits();
            Files.writeString(modules.resolve("editor/first"), "x");
            while (!mayHear.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < MORE_THAN_THE_JDK_KEEPS; i++) {
                Files.writeString(modules.resolve("player/js/" + i), "x");
            }
            mayHear.release(permits);
            heard = settle();
        }

        Files.writeString(modules.resolve("player/js/a.js"), "x");
        assertHint("player");
    }

    @Test
    void tellsManyChangesTogether() throws Exception {
        for (int i = 0; i < 300; i++) {
            Files.writeString(modules.resolve("player/js/" + i), "x");
        }
        assertHint("player");
        Files.writeString(modules.resolve("editor/end"), "x");
        assertHint("editor");

        assertThat(hints).hasSizeLessThan(300);
    }

    @Test
    void saysNothingOfEditorsLeftoversAndDotDirectories() throws Exception {
        Files.createDirectories(modules.resolve(".staging/player"));
        Files.writeString(modules.resolve(".staging/player/file"), "x");
        Files.writeString(modules.resolve("player/a.html~"), "x");
        Files.writeString(modules.resolve("player/.a.html.swp"), "x");
        Files.writeString(modules.resolve("editor/real"), "x");

        assertThat(next()).isEqualTo("editor");
    }

    @Test
    void doesNotWatchThroughALink() throws Exception {
        Path outside = Files.createDirectories(stick.resolve("outside"));
        Files.createSymbolicLink(modules.resolve("player/link"), outside);
        assertHint("player");
        settle();

        Files.writeString(outside.resolve("file"), "x");
        Files.writeString(modules.resolve("editor/file"), "x");

        assertThat(next()).isEqualTo("editor");
    }

    @Test
    void noHintComesAfterClosing() throws Exception {
        watcher.close();
        hints.clear();
        Files.writeString(modules.resolve("editor/file"), "x");
        watcher.close();

        assertThat(hints).isEmpty();
    }

    @Test
    void refusesToWatchBelowNothing() {
        Path nowhere = stick.resolve("missing/module");

        assertThatThrownBy(() -> ChangeWatcher.watch(nowhere, QUIET, new Recorder()))
                .isInstanceOf(NoSuchFileException.class);
    }

    /** Awaits a hint at {@code component}, or a wider one: both make the agent scan it. */
    private void assertHint(String component) throws InterruptedException {
        String hint = next();
        while (!hint.equals(component) && !hint.equals(ANYTHING)) {
            hint = next();
        }
    }

    private String next() throws InterruptedException {
        String hint = hints.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        if (hint == null) {
            throw new AssertionError("no hint within " + DEADLINE_SECONDS + " s");
        }
        return hint.equals(MARKER) ? next() : hint;
    }

    /**
     * Waits until all that happened so far was told, and says what: the last change is told last.
     */
    private Set<String> settle() throws Exception {
        Set<String> heard = new HashSet<>();
        String hint = ANYTHING;
        while (!hint.equals(MARKER)) {
            if (hint.equals(ANYTHING)) {
                Files.createDirectories(modules.resolve(MARKER + "/" + markers++));
            }
            hint = Objects.requireNonNull(hints.poll(DEADLINE_SECONDS, TimeUnit.SECONDS));
            heard.add(hint);
        }
        return heard;
    }

    private final class Recorder implements ChangeWatcher.Listener {
        @Override
        public void mayHaveChanged(String component) {
            hear(component);
        }

        @Override
        public void anythingMayHaveChanged(String reason) {
            hear(ANYTHING);
        }

        private void hear(String hint) {
            mayHear.acquireUninterruptibly();
            mayHear.release();
            hints.add(hint);
        }
    }
}
