package org.metalayer.agent.stick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;

class StickConfigTest {

    private final DurableFiles files = new DurableFiles(StorageFaults.none());

    @TempDir private Path directory;

    @Test
    void survivesBeingWrittenDown() throws Exception {
        StickDirectory stick = new StickDirectory(directory);
        StickConfig config =
                new StickConfig(
                        URI.create("https://main.example:8443"),
                        new ModuleId("usb_001"),
                        new ModuleName("Kitchen stick"),
                        Optional.of("V1"),
                        Optional.of("code"),
                        Optional.empty(),
                        Intervals.DEFAULT.withPoll(Duration.ofSeconds(2)),
                        5);
        StickConfig.file(stick, files).write(config);

        assertThat(StickConfig.of(stick, files)).isEqualTo(config);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stick.config())))
                .as("it may hold an enrolment code")
                .isEqualTo("rw-------");
    }

    @Test
    void aDirectoryThatWasNeverPreparedIsNoStick() {
        assertThatThrownBy(() -> StickConfig.of(new StickDirectory(directory), files))
                .isInstanceOf(NotAStickException.class)
                .hasMessageContaining("stick init");
        assertThatThrownBy(() -> StickDirectory.existing(directory))
                .isInstanceOf(NotAStickException.class);
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        StickDirectory stick = new StickDirectory(directory);
        Files.createDirectories(stick.control());
        Files.write(stick.config(), "{\"server\":".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> StickConfig.of(stick, files))
                .isInstanceOf(DamagedStateException.class)
                .hasMessageContaining("stick.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main.example",
                "ftp://main.example",
                "http://",
                "http://user@main.example",
                "http://main.example/path",
                "http://main.example?query",
                "not an address"
            })
    void whatIsNoAddressOfAServerIsRefused(String text) {
        assertThatThrownBy(() -> StickConfig.server(text))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining("server");
    }

    @Test
    void aSlashAtTheEndDoesNotMatter() {
        assertThat(StickConfig.server("http://127.0.0.1:8080/"))
                .isEqualTo(URI.create("http://127.0.0.1:8080"));
    }

    @Test
    void whatTheServerAsksForIsKeptWithinBounds() {
        Intervals intervals =
                new Intervals(
                        Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(60));

        assertThat(intervals.bounded(Duration.ZERO)).isEqualTo(Duration.ofSeconds(5));
        assertThat(intervals.bounded(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
        assertThat(intervals.bounded(Duration.ofDays(9))).isEqualTo(Duration.ofSeconds(60));
        assertThatThrownBy(() ->
                        new Intervals(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(MalformedDocumentException.class);
    }
}
