package org.metalayer.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Scratch;

/** docs/operations.md: a Main System that lost a key refuses to start, until it has it back. */
class LostKeysIT {
    @Test
    void withoutAKeyThatSticksTrustItDoesNotStartAndMakesNone() throws Exception {
        try (Scratch scratch = Scratch.make();
                MainSystem system = MainSystem.start("lost-keys", scratch.root())) {
            Path online = system.data().resolve("keys/online");
            List<Path> keys = files(online);
            byte[] root = root(system);
            for (String name : List.of("director", "snapshot", "timestamp", "robot")) {
                Path key = online.resolve(name + ".key");
                Path copy = Files.move(key, scratch.root().resolve(name + ".kept"));

                assertThatThrownBy(system::restart)
                        .hasMessageContaining(
                                "metalayer: %s lacks the key that sticks trust for %s: put back"
                                        .formatted(online, name.equals("robot") ? "content" : name))
                        .hasMessageNotContaining("\tat ");
                assertThat(key).doesNotExist();
                assertThat(files(online)).hasSize(keys.size() - 1);
                Files.move(copy, key);
            }

            system.restart();

            assertThat(files(online)).isEqualTo(keys);
            assertThat(root(system)).isEqualTo(root);
        }
    }

    private static byte[] root(MainSystem system) throws IOException {
        return system.anonymous().get("/feed/v1/metadata/1.root.json").expect(200).body();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
