package org.metalayer.image.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.fleet.FirstRoot;
import org.metalayer.image.fleet.Fleet;
import org.metalayer.image.fleet.FleetSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The fleet that a stick is made for; all of it or none. */
final class FleetOptions {

    @Option(
            names = "--server",
            required = true,
            paramLabel = "URL",
            description = "Address of the Main System. Without it the image's own settings stay.")
    private URI server;

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "FILE",
            description = "The fleet's first root, 1.root.json, got from somebody you trust.")
    private Path trust;

    @ArgGroup private @Nullable Code code;

    /** Given in one of two ways. */
    static final class Code {
        @Option(
                names = "--enrolment-code",
                paramLabel = "CODE",
                description =
                        "Accepts the stick at once. Make one with `./metalayer codes create`."
                            + " Everybody on this computer sees what is typed here while the stick"
                            + " is flashed.")
        private @Nullable String typed;

        @Option(
                names = "--enrolment-code-file",
                paramLabel = "FILE",
                description = "The same, from the first line of a file; - is standard input.")
        private @Nullable String file;

        private Optional<String> read() throws IOException {
            if (file == null) {
                return Optional.ofNullable(typed);
            }
            Path path = Path.of(file.equals("-") ? "/dev/stdin" : file);
            try (Stream<String> lines = Files.lines(path)) {
                return Optional.of(
                        lines.findFirst()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .orElseThrow(() -> new ImageException(file + " holds no code")));
            } catch (NoSuchFileException | AccessDeniedException e) {
                throw new ImageException("%s cannot be read".formatted(file), e);
            }
        }
    }

    Fleet fleet() throws IOException {
        Optional<String> enrolmentCode = code == null ? Optional.empty() : code.read();
        return new Fleet(new FleetSettings(server, enrolmentCode), FirstRoot.in(trust));
    }
}
