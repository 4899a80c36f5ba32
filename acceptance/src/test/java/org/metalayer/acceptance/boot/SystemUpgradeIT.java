package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Trees;
import org.metalayer.acceptance.harness.View;

/**
 * A stick's own system is upgraded like everything else; one that does not start, is not healthy,
 * gets nowhere or hangs is left after two starts. Whatever happens to systems, nothing happens to
 * what is on the stick besides.
 */
@EnabledIfSystemProperty(named = "metalayer.long", matches = "true")
class SystemUpgradeIT {
    private static final String SERIAL = "MLSTICK0002";
    private static final String PLAYER = "music-player";
    private static final Duration PATIENCE_OF_PEOPLE = Duration.ofSeconds(90);

    @Test
    void aSystemIsUpgradedAndOneThatIsNoGoodIsLeft() throws Exception {
        Path first = StickImage.required();
        Path second = StickImage.ofVersion("2");
        try (Fleet fleet = Fleet.start("system-upgrade", 1)) {
            Path directory = fleet.system().data().resolveSibling("machine");
            FlashedStick stick = FlashedStick.of(first, directory, FleetSettings.of(fleet));
            Letter.OWN.write(stick);
            Stick plugged = new Stick(stick.file(), SERIAL);
            PublishedSystem systems = new PublishedSystem(fleet);
            try (Machine machine = Machine.boot(directory, Firmware.ORDINARY, List.of(plugged))) {
                View joined = BootedStick.joined(fleet);
                assertThat(joined.text("hardware_class")).startsWith("metalayer-console-");
                String name = joined.text("module_id");
                machine.awaitConsole("Version 1 is healthy.");
                BootedStick.receives(fleet, PLAYER);

                systems.publish(second.resolveSibling(""), "Version 2");
                machine.awaitConsole("the new system is written");
                machine.restart();
                machine.awaitConsole("Version 2 is healthy.");
                assertThat(systems.outcome("os", 1, name)).isEqualTo("verified");

                isLeftWhenItIsNoGood(fleet, machine, systems, second, name);
                machine.photograph(
                        Files.createDirectories(Programs.OUTPUT.resolve("screenshots"))
                                .resolve("system-upgrade.png"));
            }
            nothingElseHasChanged(stick);
        }
    }

    private static void isLeftWhenItIsNoGood(
            Fleet fleet, Machine machine, PublishedSystem systems, Path good, String name)
            throws Exception {
        int version = 2;
        for (BrokenImage broken : BrokenImage.values()) {
            version++;
            int upgrades = version - 1;
            systems.publish(
                    broken.of(
                            good.resolveSibling(""),
                            fleet.system().data().resolveSibling("broken-" + version),
                            Integer.toString(version)),
                    "Version %d, %s".formatted(version, broken));
            machine.awaitConsole("the new system is written", upgrades);
            machine.restart();
            if (broken == BrokenImage.HANGING) {
                somebodyRestarts(machine);
            }
            machine.awaitConsole("Version 2 is healthy.", upgrades);
            assertThat(systems.outcome("os", upgrades, name)).isEqualTo("failed");
        }
    }

    /** Nothing on a computer that hangs does; after two tries it is the version before. */
    private static void somebodyRestarts(Machine machine) throws Exception {
        for (int tries = 1; tries <= 2; tries++) {
            Thread.sleep(PATIENCE_OF_PEOPLE);
            machine.restart();
        }
    }

    private static void nothingElseHasChanged(FlashedStick stick) throws Exception {
        try (PluggedIn elsewhere = stick.plugIn()) {
            Letter.OWN.requireWhole(elsewhere);
            assertThat(elsewhere.content(PLAYER))
                    .isEqualTo(Trees.contents(Programs.example(PLAYER)));
            assertThat(Trees.contents(elsewhere.place().resolve("stick/.metalayer/staging")))
                    .isEmpty();
        }
        stick.checkData();
    }
}
