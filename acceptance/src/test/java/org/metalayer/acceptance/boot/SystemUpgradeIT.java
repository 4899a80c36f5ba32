package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Trees;
import org.metalayer.acceptance.harness.View;

/**
 * A stick's own system is upgraded like everything else, and one that does not start is left by
 * itself. Six starts by software emulation: with {@code -Dlong} only.
 */
class SystemUpgradeIT {
    private static final String SERIAL = "MLSTICK0002";

    @Test
    void aSystemIsUpgradedAndOneThatDoesNotStartIsLeftByItself() throws Exception {
        assumeTrue(Boolean.getBoolean("metalayer.long"), "SKIPPED: six starts; say -Dlong");
        Path first = StickImage.required();
        Path second = StickImage.ofVersion("2");
        try (Fleet fleet = Fleet.start("system-upgrade", 0)) {
            Path directory = fleet.system().data().resolveSibling("machine");
            FlashedStick stick = FlashedStick.of(first, directory, FleetSettings.of(fleet));
            Stick plugged = new Stick(stick.file(), SERIAL);
            PublishedSystem systems = new PublishedSystem(fleet);
            try (Machine machine = Machine.boot(directory, Firmware.ORDINARY, List.of(plugged))) {
                View joined = BootedStick.joined(fleet);
                assertThat(joined.text("hardware_class")).startsWith("metalayer-console-");
                String name = joined.text("module_id");
                machine.awaitConsole("Version 1 is healthy.");

                systems.publish(second.resolveSibling(""), "Version 2");
                machine.awaitConsole("the new system is written");
                machine.restart();
                machine.awaitConsole("Version 2 is healthy.");
                assertThat(systems.outcome("os", 1, name)).isEqualTo("verified");

                systems.publish(
                        BrokenImage.of(second.resolveSibling(""), directory.resolve("broken"), "3"),
                        "Version 3, which does not start");
                machine.awaitConsole("the new system is written", 2);
                machine.restart();
                machine.awaitConsole("Version 2 is healthy.", 2);
                assertThat(systems.outcome("os", 2, name)).isEqualTo("failed");
                machine.photograph(
                        Files.createDirectories(Programs.OUTPUT.resolve("screenshots"))
                                .resolve("system-upgrade.png"));
            }
            try (PluggedIn elsewhere = stick.plugIn()) {
                assertThat(Trees.contents(elsewhere.place().resolve("stick/.metalayer/staging")))
                        .isEmpty();
            }
        }
    }
}
