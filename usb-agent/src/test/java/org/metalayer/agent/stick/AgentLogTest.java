package org.metalayer.agent.stick;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLogTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-01T12:00:00.5Z"));

    @TempDir private Path directory;

    @Test
    void aLineHasItsTimeAndNothingThatActsOnATerminal() throws Exception {
        Path file = directory.resolve("agent.log");
        new AgentLog(file, CLOCK, Optional.empty()).accept("one\n\u001b[31mtwo\u009b2J\u202e");

        assertThat(file).hasContent("2026-11-01T12:00:00Z  one \uFFFD[31mtwo\uFFFD2J\uFFFD\n");
    }

    @Test
    void theLogStaysBounded() throws Exception {
        Path file = directory.resolve("agent.log");
        AgentLog log = new AgentLog(file, CLOCK, Optional.empty());
        for (int n = 0; n < 1300; n++) {
            log.accept("x".repeat(1000));
        }

        assertThat(Files.size(file)).isLessThanOrEqualTo(512 << 10);
        assertThat(Files.size(directory.resolve("agent.log.1"))).isLessThanOrEqualTo(512 << 10);
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aLogThatCannotBeWrittenStopsNobody() {
        new AgentLog(directory.resolve("no/such/directory"), CLOCK, Optional.empty())
                .accept("message");

        assertThat(directory).isEmptyDirectory();
    }
}
