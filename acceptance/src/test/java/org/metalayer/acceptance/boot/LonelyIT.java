package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Programs;

/** A computer without a network whose clock is wrong; later the same stick where there is one. */
@EnabledIfSystemProperty(named = "metalayer.long", matches = "true")
class LonelyIT {
    private static final LocalDateTime LONG_AGO = LocalDateTime.parse("2001-09-09T01:46:40");
    private static final LocalDateTime FAR_AHEAD = LocalDateTime.parse("2040-02-29T23:59:00");

    @Test
    void aStickIsAtHomeWithoutANetworkAndJoinsWithAWrongClock() throws Exception {
        Path image = StickImage.required();
        try (Fleet fleet = Fleet.start("lonely", 0)) {
            Path directory = fleet.system().data().resolveSibling("machine");
            FlashedStick stick = FlashedStick.of(image, directory, FleetSettings.of(fleet));
            Stick plugged = new Stick(stick.file(), "MLSTICK0001");
            try (Machine machine = boot(directory.resolve("alone"), false, LONG_AGO, plugged)) {
                machine.awaitConsole("Version 1 is healthy.");
                machine.photograph(
                        Files.createDirectories(Programs.OUTPUT.resolve("screenshots"))
                                .resolve("no-network.png"));
            }
            assertThat(BootedStick.known(fleet)).isEmpty();
            try (Machine machine = boot(directory.resolve("ahead"), true, FAR_AHEAD, plugged)) {
                assertThat(BootedStick.joined(fleet).text("usb", "serial"))
                        .isEqualTo("MLSTICK0001");
                machine.awaitConsole("Version 1 is healthy.");
            }
        }
    }

    private static Machine boot(Path directory, boolean network, LocalDateTime clock, Stick plugged)
            throws Exception {
        return Machine.boot(
                directory, Firmware.ORDINARY, Circumstances.of(network, clock), List.of(plugged));
    }
}
