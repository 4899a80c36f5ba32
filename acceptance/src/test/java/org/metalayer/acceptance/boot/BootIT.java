package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Background;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Trees;
import org.metalayer.acceptance.harness.View;

/**
 * A stick that was flashed for its fleet boots, joins, and keeps what it got when its power is cut
 * while its system is upgraded.
 */
class BootIT {
    private static final String SERIAL = "MLSTICK0001";
    private static final String PLAYER = "music-player";

    /** As long as it takes to fetch a system and to write it. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Path EXAMPLE = Programs.example(PLAYER);

    @Test
    void aStickBootsJoinsItsFleetAndKeepsWhatItGotThroughAPowerCut() throws Exception {
        Path image = StickImage.required();
        Path next = StickImage.ofVersion("2");
        try (Fleet fleet = Fleet.start("boot", 1)) {
            Path directory = fleet.system().data().resolveSibling("machine");
            FlashedStick stick = FlashedStick.of(image, directory, FleetSettings.of(fleet));
            Letter.OWN.write(stick);
            Stick plugged = new Stick(stick.file(), SERIAL);
            View joined;
            try (Machine machine = Machine.boot(directory, Firmware.ORDINARY, List.of(plugged))) {
                joined = BootedStick.joined(fleet);
                assertThat(joined.text("state")).isEqualTo("accepted");
                assertThat(joined.text("usb", "serial")).isEqualTo(SERIAL);
                assertThat(joined.text("usb", "vendor_id")).isEqualTo("46f4");
                assertThat(joined.flag("usb", "virtual")).isFalse();

                BootedStick.receives(fleet, PLAYER);
                machine.awaitConsole("Version 1 is healthy.");
                machine.awaitConsole("at hand");
                machine.photograph(
                        Files.createDirectories(Programs.OUTPUT.resolve("screenshots"))
                                .resolve("boot.png"));
                new PublishedSystem(fleet).publish(next.resolveSibling(""), "Version 2");
                Thread.sleep(someTime());
                machine.cutPower();
            }
            stick.requireSound(Letter.OWN);
            isOfUseInARunningComputer(stick, joined.text("module_id"));
            // Each start takes minutes where nothing helps the emulation.
            if (Boolean.getBoolean("metalayer.long")) {
                isTheSameStickAfterwards(fleet, directory, plugged, joined);
            }
        }
    }

    private static void isOfUseInARunningComputer(FlashedStick stick, String moduleId)
            throws Exception {
        try (PluggedIn plugged = stick.plugIn()) {
            assertThat(plugged.content(PLAYER)).isEqualTo(Trees.contents(EXAMPLE));
            // By the kernel's word alone it would be "unconfirmed".
            assertThat(plugged.agentLog())
                    .contains("the USB device is recognised: 46f4:0001")
                    .contains("serial " + SERIAL);
            try (Background agent = plugged.start()) {
                eventually(
                        "the agent runs; log " + agent.log(),
                        agent::printed,
                        text -> text.contains("The agent runs."));
                assertThat(agent.printed()).contains(moduleId);
                agent.signal("INT");
                assertThat(agent.exit()).isZero();
            }
            assertThat(plugged.leftOnTheComputer()).isEmpty();
        }
    }

    private static void isTheSameStickAfterwards(
            Fleet fleet, Path directory, Stick plugged, View before) throws Exception {
        BootedStick.missed(fleet);
        try (Machine machine =
                Machine.boot(directory.resolve("again"), Firmware.ORDINARY, List.of(plugged))) {
            View after = BootedStick.joined(fleet);
            assertThat(after.text("id")).isEqualTo(before.text("id"));
            assertThat(after.list("installed")).hasSize(1);
            assertThat(after.list("warnings")).isEmpty();
            assertThat(BootedStick.known(fleet)).hasSize(1);
            machine.awaitConsole(" is healthy.");
        }
    }

    /** At another moment of the upgrade in each run; {@code RandomKillsIT} cuts more often. */
    private static Duration someTime() {
        Duration time = LONGEST.multipliedBy(new Random().nextInt(100)).dividedBy(100);
        System.out.println("The power is cut after " + time);
        return time;
    }
}
