package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Fleet;

/** The medium fails where the running system lies: the stick falls back, and goes on upwards. */
@EnabledIfSystemProperty(named = "metalayer.long", matches = "true")
class DamagedSlotIT {

    @Test
    void aSystemThatWasGoodAndIsDamagedGivesWayToTheOneBeforeAndToTheNext() throws Exception {
        Path first = StickImage.required();
        Path second = StickImage.ofVersion("2");
        Path third = StickImage.ofVersion("3");
        try (Fleet fleet = Fleet.start("damaged-slot", 0)) {
            Path directory = fleet.system().data().resolveSibling("machine");
            FlashedStick stick = FlashedStick.of(first, directory, FleetSettings.of(fleet));
            PublishedSystem systems = new PublishedSystem(fleet);
            try (Machine machine = boot(directory, stick)) {
                BootedStick.joined(fleet);
                machine.awaitConsole("Version 1 is healthy.");
                systems.publish(second.resolveSibling(""), "Version 2");
                machine.awaitConsole("the new system is written");
                machine.restart();
                machine.awaitConsole("Version 2 is healthy.");
                machine.awaitConsole("at hand", 2);
            }

            stick.damage("mlos_2");
            try (Machine machine = boot(directory, stick)) {
                machine.awaitConsole("Version 1 is healthy.");
                assertThat(machine.console()).doesNotContain("Version 2 is healthy.");

                systems.publish(third.resolveSibling(""), "Version 3");
                machine.awaitConsole("the new system is written");
                machine.restart();
                machine.awaitConsole("Version 3 is healthy.");
            }
        }
    }

    private static Machine boot(Path directory, FlashedStick stick) throws Exception {
        return Machine.boot(
                directory, Firmware.ORDINARY, List.of(new Stick(stick.file(), "MLSTICK0002")));
    }
}
