package org.metalayer.acceptance.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.Up;

/** What the JVM learned at an earlier start is a help, and nothing depends on it. */
class DamagedCacheIT {
    private static final int BYTES = 1 << 20;

    @Test
    void itStartsAsWithoutOneAndSaysNothingOfIt() throws IOException {
        try (Scratch scratch = Scratch.make()) {
            Path home = programs(scratch.root().resolve("programs"));
            byte[] damaged = new byte[BYTES];
            new Random(BYTES).nextBytes(damaged);
            Files.write(home.resolve("server/target/aot/cache"), damaged);
            try (Up up = Up.startIn(home, scratch.root().resolve("data"), "--port", "0")) {
                up.operator();
                assertThat(up.process().printed())
                        .doesNotContain("[warning]")
                        .doesNotContain("[error]");
            }
        }
    }

    /** The built ones, with a cache of this JDK beside them. */
    private static Path programs(Path home) throws IOException {
        Path aot = Files.createDirectories(home.resolve("server/target/aot"));
        Files.copy(Path.of(System.getProperty("java.home"), "release"), aot.resolve("release"));
        for (String part : List.of("server/jvm.options", "server/target/quarkus-app", "cli")) {
            Files.createSymbolicLink(home.resolve(part), Programs.HOME.resolve(part));
        }
        return home;
    }
}
