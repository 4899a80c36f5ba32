package org.metalayer.acceptance.boot;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Scratch;

/** A stick whose data is lost has lost its data: it starts, and says so. */
@EnabledIfSystemProperty(named = "metalayer.long", matches = "true")
class DamagedDataIT {

    @Test
    void aStickWithoutReadableDataStartsAndItsVersionIsNotToBlame() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            FlashedStick stick =
                    FlashedStick.of(StickImage.required(), scratch.root().resolve("stick"));
            stick.wipeData();
            try (Machine machine =
                    Machine.boot(
                            scratch.root().resolve("computer"),
                            Firmware.ORDINARY,
                            List.of(new Stick(stick.file(), "MLSTICK0001")))) {
                machine.awaitConsole("Failed to mount");
                machine.awaitConsole("Version 1 is healthy.");
            }
        }
    }
}
