package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    void oneThatIsGoodIsKept() throws Exception {
        upgrades((fleet, machine, systems) -> {
            BootedStick.receives(fleet, PLAYER);
            systems.publish(good(), "Version 2");
            machine.awaitConsole("the new system is written");
            machine.restart();
            machine.awaitConsole("Version 2 is healthy.");
            assertThat(outcome(fleet, systems)).isEqualTo("verified");
        });
    }

    @Test
    void oneWithAnotherRootIsLeft() throws Exception {
        isLeft(BrokenImage.WITH_ANOTHER_ROOT);
    }

    @Test
    void oneThatIsNotHealthyIsLeft() throws Exception {
        isLeft(BrokenImage.UNHEALTHY);
    }

    @Test
    void oneThatGetsNowhereIsLeft() throws Exception {
        isLeft(BrokenImage.STUCK);
    }

    @Test
    void oneThatHangsIsLeftBySomebodyWhoRestartsIt() throws Exception {
        isLeft(BrokenImage.HANGING);
    }

    private static void isLeft(BrokenImage broken) throws Exception {
        upgrades((fleet, machine, systems) -> {
            BootedStick.receives(fleet, PLAYER);
            Path folder = fleet.system().data().resolveSibling("broken");
            systems.publish(broken.of(good(), folder, "2"), "Version 2, " + broken);
            machine.awaitConsole("the new system is written");
            machine.restart();
            if (broken == BrokenImage.HANGING) {
                somebodyRestarts(machine);
            }
            machine.awaitConsole("Version 1 is healthy.", 2);
            assertThat(outcome(fleet, systems)).isEqualTo("failed");
        });
    }

    /** What happens on one that runs version 1. */
    @FunctionalInterface
    private interface Upgrade {
        void of(Fleet fleet, Machine machine, PublishedSystem systems) throws Exception;
    }

    private static void upgrades(Upgrade upgrade) throws Exception {
        try (Fleet fleet = Fleet.start("system-upgrade", 1)) {
            Path directory = fleet.system().data().resolveSibling("machine");
            FlashedStick stick =
                    FlashedStick.of(StickImage.required(), directory, FleetSettings.of(fleet));
            Letter.OWN.write(stick);
            Stick plugged = new Stick(stick.file(), SERIAL);
            try (Machine machine = Machine.boot(directory, Firmware.ORDINARY, List.of(plugged))) {
                assertThat(BootedStick.joined(fleet).text("hardware_class"))
                        .startsWith("metalayer-console-");
                machine.awaitConsole("Version 1 is healthy.");
                upgrade.of(fleet, machine, new PublishedSystem(fleet));
                machine.photograph(
                        Files.createDirectories(Programs.OUTPUT.resolve("screenshots"))
                                .resolve("system-upgrade.png"));
            }
            nothingElseHasChanged(stick);
        }
    }

    /** The folder of a version 2 of which nothing is broken. */
    private static Path good() throws IOException {
        return StickImage.ofVersion("2").resolveSibling("");
    }

    private static String outcome(Fleet fleet, PublishedSystem systems) throws IOException {
        return systems.outcome("os", 1, BootedStick.known(fleet).getFirst().text("module_id"));
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
