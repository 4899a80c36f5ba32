package org.metalayer.image.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // filled in before the tests
class HealthTest {

    private static final String SCRIPT = "mkosi.extra/usr/lib/metalayer/health";

    @TempDir Path root;
    private Script stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = new Script(root);
        stick.write("/etc/os-release", "IMAGE_VERSION=7\n");
        stick.write("/data/stick/.metalayer/stick.json", "{}");
        stick.program("stat", "echo '3 * 4096'");
        stick.program("dd", ":");
    }

    /** Of all units only this one is active; its restarts are as counted by {@code restarts}. */
    private Script.Result run(String active, String enabled, String restarts) throws Exception {
        stick.program(
                "systemctl",
                """
                case "$*" in
                  *is-enabled*) [ "$3" = %s ] ;;
                  *is-active*) [ "$3" = %s ] ;;
                  *) %s ;;
                esac
                """
                        .formatted(enabled, active, restarts));
        return stick.run(SCRIPT);
    }

    @Test
    void isThatTheAgentStaysUp() throws Exception {
        assertThat(run("metalayer-agent.service", "none", "echo 2"))
                .isEqualTo(new Script.Result(0, "Version 7 is healthy.\n"));
        assertThat(run("none", "none", "echo 2").status()).isEqualTo(1);
        assertThat(run("metalayer-agent.service", "none", "wc -l < \"$ROOT/said\""))
                .isEqualTo(
                        new Script.Result(
                                1,
                                "Version 7 is not healthy: metalayer-agent.service does not stay"
                                        + " up.\n"));
    }

    /** Another agent takes the place of the version's own, or gives it back. */
    @Test
    void isThatTheAgentStaysUpAtLast() throws Exception {
        String twice = "n=$(wc -l < \"$ROOT/said\"); [ \"$n\" -lt 6 ] || n=6; echo \"$n\"";
        assertThat(run("metalayer-agent.service", "none", twice).status()).isZero();
        assertThat(stick.said()).filteredOn(line -> line.startsWith("sleep")).hasSize(3);
    }

    /** The agent may live on what has been read before. */
    @Test
    void isThatAllOfItCanBeRead() throws Exception {
        stick.program("dd", "exit 1");
        assertThat(run("metalayer-agent.service", "none", "echo 2").output())
                .isEqualTo("Version 7 is not healthy: the stick no longer gives back all of it.\n");
        assertThat(stick.said())
                .anyMatch(line -> line.startsWith("dd") && line.contains("count=12288"));
    }

    @Test
    void isThatTheScreenDoesWhereNothingIsSetUp() throws Exception {
        Files.delete(stick.at("/data/stick/.metalayer/stick.json"));
        String screen = "metalayer-screen.service";
        String kiosk = "metalayer-kiosk.service";
        assertThat(run(screen, screen, "echo 0").status()).isZero();
        assertThat(run(kiosk, kiosk, "echo 0").status()).isZero();
        assertThat(run(screen, kiosk, "echo 0").status()).isEqualTo(1);
    }
}
