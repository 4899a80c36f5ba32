package org.metalayer.cli.stick;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.platform.Reasons;

/** Finds a stick's directory by what people call it. */
final class StickLocations {
    private final Environment environment;
    private final Path sticks;

    StickLocations(Environment environment, DataDirectory data) {
        this.environment = environment;
        this.sticks = data.sticks();
    }

    /** A directory, or the module id of one of this computer's sticks. */
    Path of(String stick) {
        boolean isName = !stick.contains("/") && !stick.startsWith(".");
        return isName && isStick(sticks.resolve(stick)) ? sticks.resolve(stick) : Path.of(stick);
    }

    /**
     * The stick that is meant when none is named: that of {@code METALAYER_STICK}, the one in the
     * working directory, or the only one of this computer.
     */
    Path unnamed() {
        Optional<String> variable = environment.variable("METALAYER_STICK");
        if (variable.isPresent()) {
            return of(variable.get());
        }
        Path here = Path.of("");
        List<Path> local = isStick(here) ? List.of(here) : local();
        if (local.size() > 1) {
            throw new CliException(
                    "which stick? Say --stick and one of %s"
                            .formatted(
                                    String.join(
                                            ", ",
                                            local.stream()
                                                    .map(stick -> stick.getFileName().toString())
                                                    .toList())));
        }
        return local.isEmpty() ? here : local.getFirst();
    }

    private List<Path> local() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> directories =
                Files.newDirectoryStream(sticks, StickLocations::isStick)) {
            directories.forEach(found::add);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new CliException("cannot read %s (%s)".formatted(sticks, Reasons.of(e)), e);
        }
        Collections.sort(found);
        return found;
    }

    private static boolean isStick(Path directory) {
        return Files.isRegularFile(new StickDirectory(directory).config());
    }
}
