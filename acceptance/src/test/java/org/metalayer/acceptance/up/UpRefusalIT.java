package org.metalayer.acceptance.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.SmallDisk;
import org.metalayer.acceptance.harness.Up;

/** What keeps {@code up} from starting is said in one line that tells what to do. */
class UpRefusalIT {
    @Test
    void aBusyPortIsNamed() throws Exception {
        try (Scratch scratch = Scratch.make();
                ServerSocket busy = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            String port = Integer.toString(busy.getLocalPort());
            String line = complaintOf(scratch.root().resolve("data"), "--port", port);
            assertThat(line).contains("port " + port, "--port");
        }
    }

    @Test
    void aSecondUpOnTheSameDataLeavesTheFirstAlone() throws Exception {
        try (Scratch scratch = Scratch.make();
                Up first = Up.start(scratch.root(), Map.of(), "--port", "0")) {
            first.operator();
            String line = complaintOf(scratch.root(), "--port", "0");
            assertThat(line).contains(scratch.root().toString());
            assertThat(first.process().isAlive()).isTrue();
            first.operator();
        }
    }

    @Test
    void aDiskWithoutSpaceIsNamedWithWhatIsNeeded() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(64)) {
            String line = complaintOf(disk.root().resolve("data"), "--port", "0");
            assertThat(line).contains("MB", "free", disk.root().toString());
        }
    }

    private static String complaintOf(Path data, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("up", "--data", data.toString()));
        arguments.addAll(List.of(more));
        Finished up =
                Finished.run(
                        Programs.HOME, Map.of(), Programs.cli(arguments.toArray(String[]::new)));
        assertThat(up.status()).as(up.toString()).isEqualTo(1);
        assertThat(up.err().strip()).startsWith("metalayer: ").doesNotContain("\n");
        return up.err().strip();
    }
}
