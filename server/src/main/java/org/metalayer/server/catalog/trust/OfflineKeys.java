package org.metalayer.server.catalog.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.metalayer.server.platform.DataDirectory;

/** The keys that were written once to be moved away: whether they were. */
@ApplicationScoped
class OfflineKeys {

    private final Path directory;

    @Inject
    OfflineKeys(DataDirectory data) {
        this.directory = data.keys().resolve(FirstStart.OFFLINE);
    }

    Path directory() {
        return directory;
    }

    /** The names of the key files that still lie here. */
    List<String> here() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".key"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + directory, e);
        }
    }
}
