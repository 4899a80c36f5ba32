package org.metalayer.cli.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data directory of a Main System on this computer, as far as the command line reads it.
 *
 * @param root absolute
 */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** As given, as the variable {@code METALAYER_DATA} says, or the installation's own. */
    public static DataDirectory of(@Nullable Path given, Environment environment) {
        return new DataDirectory(
                Optional.ofNullable(given)
                        .or(() -> environment.variable("METALAYER_DATA").map(Path::of))
                        .orElseGet(() -> environment.installation().defaultData()));
    }

    /** Held by the {@code up} that runs on this directory. */
    public Path upLock() {
        return root.resolve("up.lock");
    }

    /** Held by the Main System that runs on this directory. */
    public Path mainSystemLock() {
        return root.resolve("lock");
    }

    /** Names the process of the embedded database while that runs. */
    public Path databasePidFile() {
        return root.resolve("postgres/cluster/postmaster.pid");
    }

    /** Where the running Main System answers; absent while none runs. */
    public Path urlFile() {
        return root.resolve("main-system.url");
    }

    public Path operatorTokenFile() {
        return root.resolve("operator.token");
    }

    public Path sticks() {
        return root.resolve("sticks");
    }

    /** The URL that {@code up} recorded. */
    public Optional<URI> url() {
        return read(urlFile()).map(text -> MainSystemUrl.parse("the URL in " + urlFile(), text));
    }

    /** The token of this computer's operator, which the Main System wrote for nobody else. */
    public Optional<String> operatorToken() {
        return read(operatorTokenFile());
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CliException("cannot read %s (%s)".formatted(file, Reasons.of(e)), e);
        }
    }
}
