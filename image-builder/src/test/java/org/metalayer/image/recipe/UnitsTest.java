package org.metalayer.image.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    private static final String SYSTEM = "mkosi.extra/usr/lib/systemd/system";
    private static final Path UNITS = Script.RECIPE.resolve(SYSTEM);
    private static final Path KIOSK = Script.RECIPE.resolve("mkosi.profiles/kiosk").resolve(SYSTEM);

    /** As systemd judges: 100 may do everything. What somebody at the keyboard does takes more. */
    @ParameterizedTest
    @CsvSource({
        "agent, 25",
        "choose-agent, 20",
        "deadline, 20",
        "doubt, 30",
        "guard, 25",
        "health, 20",
        "keyboard, 30",
        "kiosk, 45",
        "plug-in, 20",
        "screen, 30",
        "settings, 70",
        "setup, 25",
        "upgrade, 30"
    })
    void mayNotDoMoreThanTheyNeed(String name, int exposure) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")));
        Path folder = name.equals("kiosk") ? KIOSK : UNITS;
        Process judge =
                new ProcessBuilder(
                                "systemd-analyze",
                                "security",
                                "--offline=true",
                                "--no-pager",
                                "--threshold=" + exposure,
                                folder.resolve("metalayer-%s.service".formatted(name)).toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(judge.waitFor()).as(said).isZero();
    }

    @Test
    void theScreenIsThereWithoutTheStickSData() throws IOException {
        assertThat(unit("screen"))
                .contains("WantsMountsFor=/data", "ReadWritePaths=-/data/stick")
                .noneMatch(line -> line.startsWith("Requires"));
    }

    @Test
    void everyStartIsJudgedAndNotOnlyThoseThatTheLoaderCounts() throws IOException {
        assertThat(unit("health")).contains("WantedBy=multi-user.target");
    }

    /** A version that was found good before is started without being counted, and judged alike. */
    @Test
    void theDeadlineAsksForWhatEveryStartReaches() throws IOException {
        assertThat(unit("deadline"))
                .contains("ExecStart=/usr/bin/systemctl is-active metalayer-health.service");
        assertThat(unit("health")).contains("RemainAfterExit=yes", "WantedBy=multi-user.target");
    }

    /** What does not remain is started again by whatever wants it. */
    @Test
    void theAgentIsChosenAnewBeforeEachOfItsStarts() throws IOException {
        String wanted = "metalayer-choose-agent.service metalayer-setup.service";
        assertThat(unit("agent"))
                .contains("Wants=" + wanted, "ExecStart=/usr/lib/metalayer/agent")
                .anyMatch(line -> line.startsWith("After=" + wanted))
                .noneMatch(line -> line.startsWith("Requires="));
        assertThat(unit("choose-agent"))
                .contains(
                        "Type=oneshot",
                        "StartLimitIntervalSec=0",
                        "PrivateNetwork=yes",
                        "RuntimeDirectoryPreserve=yes",
                        "ExecStartPre=/usr/bin/rm -f /run/metalayer/agent/stick")
                .noneMatch(line -> line.matches("(User|RemainAfterExit)=.*"));
    }

    /** What mounts for others needs devices, and no mounts of its own. */
    @Test
    void whatMountsCanMount() throws IOException {
        assertThat(unit("doubt")).noneMatch(UnitsTest::keepsDevicesAway);
        assertThat(unit("settings"))
                .noneMatch(UnitsTest::keepsDevicesAway)
                .noneMatch(line -> line.matches("(PrivateTmp|Protect\\w+|ReadWritePaths)=.*"));
        assertThat(unit("screen")).noneMatch(UnitsTest::keepsDevicesAway);
    }

    private static boolean keepsDevicesAway(String line) {
        return line.matches("(DeviceAllow|DevicePolicy|PrivateDevices|ProtectClock)=.*");
    }

    private static List<String> unit(String name) throws IOException {
        return Files.readAllLines(UNITS.resolve("metalayer-%s.service".formatted(name)));
    }
}
