package org.metalayer.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./metalayer build --native} on machines with and without GraalVM. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class NativeBuildTest {
    private static final String JDK = System.getProperty("java.home");

    @TempDir Path home;
    private Machine machine;

    @BeforeEach
    void prepare() throws Exception {
        machine = Machine.in(home).with("node", "echo v22.19.0").with("npm", "");
    }

    @Test
    void saysWhatToInstallWhereThereIsNoGraalVm() throws Exception {
        Bash.Result result = machine.buildWith(Map.of("JAVA_HOME", JDK), "--native");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .startsWith("metalayer: GraalVM builds native programs: install GraalVM 25")
                .endsWith("and set GRAALVM_HOME");
        assertThat(machine.calls()).doesNotContain("mvnw");
    }

    @Test
    void buildsWithTheGraalVmThatIsNamed() throws Exception {
        Path graalvm = home.resolve("graalvm");
        Files.createDirectories(graalvm.resolve("bin"));
        Files.createFile(graalvm.resolve("bin/native-image"));
        Bash.program("chmod", "+x", graalvm.resolve("bin/native-image").toString());
        Bash.Result result =
                machine.buildWith(
                        Map.of("JAVA_HOME", JDK, "GRAALVM_HOME", graalvm.toString()), "--native");
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).endsWith("usb-agent/target/stick");
    }

    @Test
    void refusesOtherOptions() throws Exception {
        assertThat(machine.buildWith(Map.of("JAVA_HOME", JDK), "--nativ"))
                .isEqualTo(new Bash.Result(1, "metalayer: build knows --native only, not --nativ"));
    }
}
