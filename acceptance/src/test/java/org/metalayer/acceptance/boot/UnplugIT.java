package org.metalayer.acceptance.boot;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Scratch;

/** A stick that is pulled out of the computer that runs from it. */
@EnabledIfSystemProperty(named = "metalayer.long", matches = "true")
class UnplugIT {

    @Test
    void theComputerSaysSoSwitchesItselfOffAndTheStickStartsAgain() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            FlashedStick stick =
                    FlashedStick.of(StickImage.required(), scratch.root().resolve("stick"));
            Stick plugged = new Stick(stick.file(), "MLSTICK0001");
            try (Machine machine =
                    Machine.boot(
                            scratch.root().resolve("computer"),
                            Firmware.ORDINARY,
                            List.of(plugged))) {
                machine.awaitConsole("Version 1 is healthy.");
                machine.unplug(1);
                machine.awaitConsole("The stick was pulled out");
                machine.photograph(
                        Files.createDirectories(Programs.OUTPUT.resolve("screenshots"))
                                .resolve("pulled-out.png"));
                machine.awaitOff();
            }
            try (Machine machine =
                    Machine.boot(
                            scratch.root().resolve("again"), Firmware.ORDINARY, List.of(plugged))) {
                machine.awaitConsole("Version 1 is healthy.");
            }
        }
    }
}
