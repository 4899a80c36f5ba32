package org.metalayer.image.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.image.base.ImageException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemPart;
import org.metalayer.protocol.system.SystemVersion;

/** An agent that was built, as sticks upgrade to it: here a program that every computer has. */
class AgentProgramTest {

    private static final Path NATIVE = Path.of("/proc/self/exe");
    private static final Optional<SystemVersion> GIVEN = Optional.of(new SystemVersion("0.2"));

    @TempDir private Path folder;

    @Test
    void itsFilesAreThoseOfARelease() throws Exception {
        AgentProgram agent = AgentProgram.of(NATIVE, GIVEN);
        agent.layOut(folder);

        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Path piece = folder.resolve(SystemFiles.path(SystemPart.PROGRAM, 0).value());
        for (int n = 1; Files.exists(piece); n++) {
            joined.writeBytes(Files.readAllBytes(piece));
            piece = folder.resolve(SystemFiles.path(SystemPart.PROGRAM, n).value());
        }
        assertThat(joined.toByteArray()).isEqualTo(Files.readAllBytes(NATIVE));
        SystemDescriptor descriptor =
                SystemDescriptor.of(
                        SystemFiles.AGENT,
                        Json.parseObject(Files.readAllBytes(folder.resolve("component.json"))));
        assertThat(descriptor)
                .isEqualTo(
                        new SystemDescriptor(GIVEN.orElseThrow(), Sha256.of(joined.toByteArray())));
    }

    @Test
    void whatSaysNoVersionHasToBeGivenOne() {
        assertThatThrownBy(() -> AgentProgram.of(NATIVE, Optional.empty()))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("--agent-version");
    }

    @Test
    void whatIsNotThereIsRefusedAsThat() {
        Path missing = folder.resolve("stick");
        assertThatThrownBy(() -> AgentProgram.of(missing, GIVEN))
                .hasMessage("there is no file " + missing);
    }

    @Test
    void whatIsLargerThanSticksTakeIsRefused() throws Exception {
        Path large = Files.copy(NATIVE, folder.resolve("large"));
        try (FileChannel channel = FileChannel.open(large, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), SystemPart.PROGRAM.maxSize());
        }
        assertThatThrownBy(() -> AgentProgram.of(large, GIVEN)).hasMessageContaining("larger");
    }
}
