package org.metalayer.cli.rest;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.platform.Reasons;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.io.DurableFile;
import org.metalayer.protocol.json.Json;

/** This person's logins, one private file per Main System. */
public final class StoredLogins {
    private final Path directory;

    private StoredLogins(Path directory) {
        this.directory = directory;
    }

    public static StoredLogins of(Environment environment) {
        return new StoredLogins(environment.configuration().resolve("logins"));
    }

    public Optional<StoredLogin> find(URI url) {
        Path file = file(url);
        try {
            return Optional.of(StoredLogin.read(Json.parseObject(Files.readAllBytes(file))));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CliException("cannot read %s (%s)".formatted(file, Reasons.of(e)), e);
        } catch (MalformedDocumentException e) {
            throw new CliException(
                    "%s is damaged (%s); log in again with ./metalayer login"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Keeps the login for later; an earlier one for the same Main System is replaced. */
    public Path store(StoredLogin login) {
        Path file = file(login.url());
        try {
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            DurableFile.writePrivate(file, Json.write(login.write()));
            return file;
        } catch (IOException e) {
            throw new CliException("cannot write %s (%s)".formatted(file, Reasons.of(e)), e);
        }
    }

    public void forget(URI url) {
        Path file = file(url);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CliException("cannot delete %s (%s)".formatted(file, Reasons.of(e)), e);
        }
    }

    private Path file(URI url) {
        return directory.resolve(
                URLEncoder.encode(url.toString(), StandardCharsets.UTF_8) + ".json");
    }
}
