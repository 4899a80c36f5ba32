package org.metalayer.agent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fills a real, tiny disk, mounted where only a child process sees it. */
class DiskFullTest {

    private static final String MOUNT = "mount -t tmpfs -o size=256k tmpfs \"$0\" && exec \"$@\"";

    @TempDir private Path small;

    @Test
    void aFullDiskIsToldAndLosesNothing() throws Exception {
        int status = new ProcessBuilder(onSmallDisk("true")).start().waitFor();
        assumeTrue(status == 0, "this account may not mount a disk, not even for itself alone");

        assertThat(ChildJvm.run(onSmallDisk(), Map.of(), Filling.class, small.toString())).isZero();
    }

    private List<String> onSmallDisk(String... command) {
        List<String> through =
                new ArrayList<>(List.of("unshare", "-Urm", "sh", "-c", MOUNT, small.toString()));
        through.addAll(List.of(command));
        return through;
    }

    /** Fills the disk mounted at its argument in every way. */
    static final class Filling {

        private static final byte[] TOO_LARGE = new byte[1_000_000];

        public static void main(String[] arguments) throws IOException {
            Path small = Path.of(arguments[0]);
            DurableFiles durable = new DurableFiles(StorageFaults.none());
            Path file = small.resolve("file");
            durable.replace(file, new byte[] {'o', 'l', 'd'});
            Path large = Files.write(Files.createTempFile("large", ""), TOO_LARGE);
            try {
                assertFull(() -> durable.replace(file, TOO_LARGE));
                assertFull(() -> durable.append(file, TOO_LARGE));
                assertFull(() -> durable.copy(large, small.resolve("copy")));
                assertFull(() -> new DiskSpace(0).require(small, TOO_LARGE.length));
            } finally {
                Files.delete(large);
            }
            assertThat(file).hasContent("old");
            assertThat(small).isDirectoryNotContaining("glob:**copy");
            assertThat(DiskSpace.free(small)).isGreaterThan(200_000);
        }

        private static void assertFull(ThrowingCallable work) {
            DiskFull full = catchThrowableOfType(DiskFull.class, work);
            assertThat(full).isNotNull();
            assertThat(full.needed()).isEqualTo(TOO_LARGE.length);
        }
    }
}
