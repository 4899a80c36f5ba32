package org.metalayer.protocol.tuf.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.protocol.tuf.TestKeys.key;
import static org.metalayer.protocol.tuf.TestKeys.publicHalf;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.repository.MetadataWriter;
import org.metalayer.protocol.tuf.repository.RoleDefinition;

/**
 * Drives the executable as the suite does: a process, a repository of files behind HTTP, exit
 * codes.
 */
class ConformanceClientTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final String NAME = "dir/a file.txt";
    private static final byte[] CONTENT = "hello".getBytes(UTF_8);

    @TempDir Path directory;
    private Path repository;
    private Path metadata;
    private Path downloads;
    private HttpServer server;

    @BeforeEach
    void publish() throws IOException {
        repository = Files.createDirectories(directory.resolve("repository"));
        metadata = directory.resolve("metadata");
        downloads = Files.createDirectories(directory.resolve("downloads"));
        var definition = new RoleDefinition(1, List.of(publicHalf("all")));
        var writer = new MetadataWriter(NOW);
        Instant expires = NOW.plusSeconds(86_400);
        var root =
                writer.root(
                                Optional.empty(),
                                expires,
                                Map.of(
                                        RoleName.ROOT, definition,
                                        RoleName.TARGETS, definition,
                                        RoleName.SNAPSHOT, definition,
                                        RoleName.TIMESTAMP, definition))
                        .signedWith(key("all"));
        TargetFile file = TargetFile.of(CONTENT, new JsonBuilder().build());
        var targets =
                writer.targets(Optional.empty(), expires, Map.of(NAME, file), Delegations.NONE)
                        .signedWith(key("all"));
        var snapshot =
                writer.snapshot(Optional.empty(), expires, root, Map.of(RoleName.TARGETS, targets))
                        .signedWith(key("all"));
        var timestamp =
                writer.timestamp(Optional.empty(), expires, root, snapshot).signedWith(key("all"));
        write("metadata/1.root.json", root.raw());
        write("metadata/1.targets.json", targets.raw());
        write("metadata/1.snapshot.json", snapshot.raw());
        write("metadata/timestamp.json", timestamp.raw());
        write("targets/" + RepositoryFiles.target(NAME, file, true).replace("%20", " "), CONTENT);
        server =
                SimpleFileServer.createFileServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        repository,
                        SimpleFileServer.OutputLevel.NONE);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void initRefreshAndDownloadLeaveTheVerifiedFiles() throws Exception {
        assertThat(init()).isZero();
        assertThat(run(NOW, "refresh")).isZero();
        for (String role : List.of("root", "timestamp", "snapshot", "targets")) {
            assertThat(metadata.resolve(role + ".json")).exists();
        }
        assertThat(download(NOW)).isZero();
        try (var files = Files.list(downloads)) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasBinaryContent(CONTENT));
        }
        assertThat(download(NOW)).as("from what is there").isZero();
    }

    @Test
    void whatIsWrongExitsWithOneAndLeavesNothing() throws Exception {
        assertThat(run(NOW, "refresh")).as("before init").isEqualTo(1);
        assertThat(init()).isZero();
        assertThat(run(NOW.plusSeconds(86_400), "refresh")).as("expired").isEqualTo(1);
        try (var targets = Files.walk(repository.resolve("targets"))) {
            for (Path target : targets.filter(Files::isRegularFile).toList()) {
                Files.write(target, "jello".getBytes(UTF_8));
            }
        }
        assertThat(download(NOW)).as("another content").isEqualTo(1);
        assertThat(downloads).isEmptyDirectory();
        assertThat(run(NOW, "dance")).as("no such command").isEqualTo(1);
    }

    private int init() throws Exception {
        return process(
                List.of(
                        "--metadata-dir",
                        metadata.toString(),
                        "init",
                        repository.resolve("metadata/1.root.json").toString()));
    }

    private int download(Instant now) throws Exception {
        return run(
                now,
                "--target-name",
                NAME,
                "--target-base-url",
                url("targets"),
                "--target-dir",
                downloads.toString(),
                "download");
    }

    private int run(Instant now, String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--metadata-dir",
                                metadata.toString(),
                                "--metadata-url",
                                url("metadata"),
                                "--time",
                                Long.toString(now.getEpochSecond())));
        arguments.addAll(List.of(more));
        return process(arguments);
    }

    private String url(String folder) {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), folder);
    }

    private static int process(List<String> arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ConformanceClient.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
