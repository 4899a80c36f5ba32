package org.metalayer.agent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends a process at each of its storage operations in turn and looks at what is left. */
class StorageFaultsTest {

    @TempDir private Path directory;

    @Test
    void aReplacedFileIsOldOrNewWhereverTheProcessEnds() throws IOException {
        Path file = directory.resolve("state");
        int last = 0;
        int status = StorageFaults.EXIT_STATUS;
        while (status != 0) {
            Files.writeString(file, "old");
            status = ChildJvm.run(environment(++last), Replacing.class, file.toString());
            assertThat(status).isIn(0, StorageFaults.EXIT_STATUS);
            assertThat(Files.readString(file)).isEqualTo(last <= 3 ? "old" : "new");
        }
        assertThat(last).as("operations of a replacement, and the undisturbed run").isEqualTo(5);
        new DurableFiles(StorageFaults.none()).deleteTemporaries(directory);
        assertThat(directory).isDirectoryContaining(entry -> entry.equals(file));
        assertThat(names()).isEqualTo(1);
    }

    @Test
    void theInodeTellsOnWhichSideOfAnExchangeTheProcessEnded() throws IOException {
        Path running = Files.createDirectory(directory.resolve("running"));
        Path staged = Files.createDirectory(directory.resolve("staged"));
        long stagedInode = Inode.of(staged).number();

        int before = exchange(1, running, staged);
        assertThat(before).isEqualTo(StorageFaults.EXIT_STATUS);
        assertThat(Inode.of(staged).number()).isEqualTo(stagedInode);

        int after = exchange(2, running, staged);
        assertThat(after).isEqualTo(StorageFaults.EXIT_STATUS);
        assertThat(Inode.of(running).number()).isEqualTo(stagedInode);
    }

    @Test
    void doesNothingWithoutTheVariable() throws IOException {
        StorageFaults faults = StorageFaults.from(Map.of());

        for (int i = 0; i < 1_000; i++) {
            faults.before("write");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "x", "1.5", "99999999999999999999"})
    void refusesACountThatIsNone(String count) {
        Map<String, String> environment = Map.of(StorageFaults.VARIABLE, count);

        assertThatThrownBy(() -> StorageFaults.from(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(StorageFaults.VARIABLE);
    }

    private static int exchange(int crashAt, Path one, Path other) throws IOException {
        return ChildJvm.run(
                environment(crashAt), Exchanging.class, one.toString(), other.toString());
    }

    private static Map<String, String> environment(int crashAt) {
        return Map.of(StorageFaults.VARIABLE, Integer.toString(crashAt));
    }

    private long names() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.count();
        }
    }

    /** Replaces the file of its argument by "new". */
    static final class Replacing {
        public static void main(String[] arguments) throws IOException {
            new DurableFiles(StorageFaults.from(System.getenv()))
                    .replace(Path.of(arguments[0]), new byte[] {'n', 'e', 'w'});
        }
    }

    /** Exchanges its two arguments. */
    static final class Exchanging {
        public static void main(String[] arguments) throws IOException {
            new AtomicExchange(StorageFaults.from(System.getenv()))
                    .exchange(Path.of(arguments[0]), Path.of(arguments[1]));
        }
    }
}
