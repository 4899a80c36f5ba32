package org.metalayer.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.platform.Installation;

/** Which of the built Main Systems {@code up} takes. */
class EngineTest {
    /** Where an executable file says for which processor it is (elf(5), e_machine). */
    private static final int MACHINE = 18;

    @TempDir Path home;
    private Path program;

    @BeforeEach
    void install() throws IOException {
        StandInInstallation.in(home);
        program = home.resolve("server/target/main-system");
    }

    @Test
    void withoutANativeProgramItIsAJvm() {
        assertThat(engine().description()).isEqualTo("on a JVM");
        assertThat(engine().command(List.of("-Da=b")))
                .containsSequence("-Da=b", "-jar")
                .last()
                .asString()
                .endsWith("quarkus-run.jar");
    }

    @Test
    void aNativeProgramOfTheSameBuildIsTaken() throws IOException {
        build();
        assertThat(engine().description()).isEqualTo("natively");
        assertThat(engine().command(List.of("-Da=b"))).containsExactly(program.toString(), "-Da=b");
    }

    @Test
    void oneOfAnEarlierBuildIsLeftAloneAndThatIsSaid() throws IOException {
        build();
        Files.setLastModifiedTime(program, FileTime.fromMillis(0));
        assertThat(engine().description())
                .isEqualTo(
                        "on a JVM (the native program is older than this one; ./metalayer build"
                                + " --native makes a new one)");
    }

    @Test
    void oneForAnotherProcessorIsLeftAloneAndThatIsSaid() throws IOException {
        build();
        byte[] bytes = Files.readAllBytes(program);
        bytes[MACHINE]++;
        Files.write(program, bytes);
        assertThat(engine().description()).contains("is not for this computer");
    }

    @Test
    void halfOfOneIsLeftAlone() throws IOException {
        build();
        Files.writeString(program, "\u007fELF");
        assertThat(engine().description()).contains("is not for this computer");
    }

    private Engine engine() {
        return Engine.of(new Installation(home));
    }

    /** Any program of this computer will do. */
    private void build() throws IOException {
        Files.copy(Path.of("/bin/true"), program);
        Files.setLastModifiedTime(
                program,
                Files.getLastModifiedTime(
                        home.resolve("server/target/quarkus-app/quarkus-run.jar")));
    }
}
