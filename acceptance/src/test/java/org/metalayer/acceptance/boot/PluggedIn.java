package org.metalayer.acceptance.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.metalayer.acceptance.harness.Background;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Trees;

/**
 * A stick in a computer that did not boot from it.
 *
 * @param place where its data partition is mounted
 */
record PluggedIn(Path place) implements AutoCloseable {

    /** The files of a component. */
    SortedMap<String, String> content(String component) throws IOException {
        return Trees.contents(place.resolve("stick/module").resolve(component));
    }

    /** What its agent has noted. */
    String agentLog() throws IOException {
        return Files.readString(place.resolve("stick/.metalayer/agent.log"));
    }

    /** Runs its agent for this session. */
    Background start() throws IOException, InterruptedException {
        String elsewhere = Files.createDirectories(temporary()).toString();
        Finished.ok("chmod", "1777", elsewhere);
        return Background.start(
                "plugged-in",
                place,
                Map.of("TMPDIR", elsewhere, "HOME", elsewhere),
                List.of("./start"));
    }

    /** What the session has not cleared away. */
    List<Path> leftOnTheComputer() throws IOException {
        try (Stream<Path> left = Files.list(temporary())) {
            return left.toList();
        }
    }

    private Path temporary() {
        return place.resolveSibling("temporary");
    }

    @Override
    public void close() {
        try {
            Finished.ok("umount", place.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
