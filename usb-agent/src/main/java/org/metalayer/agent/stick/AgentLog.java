package org.metalayer.agent.stick;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.metalayer.protocol.PlainText;

/**
 * What the agent did, for the owner to read: {@code .metalayer/agent.log}, bounded. A log that
 * cannot be written never stops the agent.
 */
public final class AgentLog implements Consumer<String> {

    /** Two files of this size at most. */
    private static final long MAX_SIZE = 512 << 10;

    private final Path file;
    private final InstantSource clock;
    private final Optional<PrintStream> echo;

    /**
     * @param echo where every line is shown as well
     */
    public AgentLog(Path file, InstantSource clock, Optional<PrintStream> echo) {
        this.file = file;
        this.clock = clock;
        this.echo = echo;
    }

    /** Adds a line. */
    @Override
    public synchronized void accept(String message) {
        String line =
                "%s  %s%n"
                        .formatted(
                                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                                PlainText.line(message));
        echo.ifPresent(stream -> stream.print(line));
        try {
            if (Files.exists(file) && Files.size(file) + line.length() > MAX_SIZE) {
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.write(
                    file,
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException _) {
            // A full stick must still be able to install what makes room.
        }
    }
}
