package org.metalayer.agent.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.stick.StickDirectory;

/** What wakes the page up. */
class StickWatchTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final DurableFiles files = new DurableFiles(StorageFaults.none());

    @TempDir private Path root;

    private StickDirectory stick;
    private StickWatch watch;

    @BeforeEach
    void prepare() throws Exception {
        stick = new StickDirectory(root);
        Files.createDirectories(stick.journal());
        watch = new StickWatch(stick);
        watch.await(Duration.ofMillis(1));
    }

    @AfterEach
    void close() throws Exception {
        watch.close();
    }

    @Test
    void recordsThatAreReplacedDo() throws Exception {
        for (Path record : new Path[] {stick.contact(), stick.journal().resolve("player.json")}) {
            var waiting = waiting(LONG);
            files.replace(record, new byte[1]);
            waiting.get(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void whatOnlyGrowsDoesNot() throws Exception {
        Files.writeString(stick.log(), "one\n");
        watch.await(LONG);
        var waiting = waiting(Duration.ofSeconds(1));
        Files.writeString(stick.log(), "two\n", StandardOpenOption.APPEND);

        assertThat(waiting.get(1, TimeUnit.MINUTES)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void aStickThatIsPreparedLaterIsFound() throws Exception {
        StickDirectory later = new StickDirectory(root.resolve("later"));
        try (StickWatch other = new StickWatch(later)) {
            other.await(Duration.ofMillis(1));
            files.createDirectories(later.control());
            other.await(Duration.ofMillis(1));
            var waiting = CompletableFuture.runAsync(() -> await(other, LONG));
            files.replace(later.config(), new byte[1]);
            waiting.get(1, TimeUnit.MINUTES);
        }
    }

    /** How long it took until it woke up. */
    private CompletableFuture<Duration> waiting(Duration longest) {
        return CompletableFuture.supplyAsync(() -> {
            long start = System.nanoTime();
            await(watch, longest);
            return Duration.ofNanos(System.nanoTime() - start);
        });
    }

    private static void await(StickWatch watch, Duration longest) {
        try {
            watch.await(longest);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
