package org.metalayer.cli.up;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Installation;
import org.metalayer.cli.platform.Reasons;
import org.metalayer.cli.process.Java;

/**
 * The Main System as one native file.
 *
 * @param file where it lies, if it is there
 * @param complaint why it cannot be used although it is there
 */
record NativeProgram(Path file, Optional<String> complaint) {

    /**
     * Up to here an executable file says for which machine it is (elf(5): e_ident to e_machine).
     */
    private static final int MACHINE = 20;

    private static final String REMEDY = "; ./metalayer build --native makes a new one";

    static NativeProgram of(Installation installation) {
        Path file = installation.nativeServer();
        try {
            return new NativeProgram(
                    file,
                    Files.exists(file)
                            ? complaint(file, installation.server()).map(why -> why + REMEDY)
                            : Optional.empty());
        } catch (IOException e) {
            throw new CliException("cannot read %s (%s)".formatted(file, Reasons.of(e)), e);
        }
    }

    boolean usable() {
        return Files.isExecutable(file) && complaint.isEmpty();
    }

    private static Optional<String> complaint(Path file, Path jar) throws IOException {
        if (Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) < 0) {
            return Optional.of("the native program is older than this one");
        }
        return Arrays.equals(machine(file), machine(Path.of(Java.program())))
                ? Optional.empty()
                : Optional.of("the native program is not for this computer");
    }

    private static byte[] machine(Path program) throws IOException {
        try (InputStream bytes = Files.newInputStream(program)) {
            byte[] head = bytes.readNBytes(MACHINE);
            // Whether it is position-independent makes no difference (e_type).
            return head.length < MACHINE
                    ? new byte[0]
                    : new byte[] {head[4], head[5], head[18], head[19]};
        }
    }
}
