package org.metalayer.agent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the watcher where the kernel grants only a few watches. */
class WatchLimitTest {

    private static final String ALLOW_FOUR =
            "echo 4 > /proc/sys/user/max_inotify_watches && exec \"$@\"";

    @TempDir private Path stick;

    @Test
    void watchesWhatItMayAndAsksForFullScans() throws Exception {
        int status = new ProcessBuilder(limited("true")).start().waitFor();
        assumeTrue(status == 0, "this account may not lower its own limits");

        assertThat(ChildJvm.run(limited(), Map.of(), Watching.class, stick.toString())).isZero();
    }

    private static List<String> limited(String... command) {
        List<String> through =
                new ArrayList<>(List.of("unshare", "-Ur", "sh", "-c", ALLOW_FOUR, "sh"));
        through.addAll(List.of(command));
        return through;
    }

    /** Watches more directories than it may. */
    static final class Watching {
        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path modules = Files.createDirectory(Path.of(arguments[0], "module"));
            for (int i = 0; i < 10; i++) {
                Files.createDirectory(modules.resolve("component-" + i));
            }
            BlockingQueue<String> hints = new LinkedBlockingQueue<>();
            try (ChangeWatcher watcher =
                    ChangeWatcher.watch(modules, Duration.ofMillis(1), new Recorder(hints))) {
                assertThat(hints.take()).startsWith("not everything can be watched");
                Files.createDirectory(modules.resolve("fresh"));
                assertThat(hints.take()).startsWith("not everything can be watched");
                assertThat(watcher).isNotNull();
            }
        }
    }

    private record Recorder(BlockingQueue<String> hints) implements ChangeWatcher.Listener {
        @Override
        public void mayHaveChanged(String component) {
            hints.add(component);
        }

        @Override
        public void anythingMayHaveChanged(String reason) {
            hints.add(reason);
        }
    }
}
