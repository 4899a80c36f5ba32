package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Programs;

/** A stick whose owner has filled it to the last byte, and one that must not be written. */
@EnabledIfSystemProperty(named = "metalayer.long", matches = "true")
class FullStickIT {

    @Test
    void aFullStickAndOneThatIsWriteProtectedStartAndSayWhatIsWrong() throws Exception {
        Path image = StickImage.required();
        try (Fleet fleet = Fleet.start("full", 0)) {
            Path directory = fleet.system().data().resolveSibling("machine");
            FlashedStick flashed = FlashedStick.of(image, directory, FleetSettings.of(fleet));
            Stick stick = new Stick(flashed.file(), "MLSTICK0001");
            try (Machine machine = starts(directory, "joins", stick)) {
                assertThat(BootedStick.joined(fleet).text("state")).isEqualTo("accepted");
                machine.cutPower();
            }
            BootedStick.missed(fleet);

            fill(flashed);
            try (Machine machine = starts(directory, "full", stick)) {
                assertThat(BootedStick.joined(fleet).list("warnings")).isEmpty();
                machine.cutPower();
            }

            starts(directory, "protected", new Stick(flashed.file(), "MLSTICK0001", false)).close();
        }
    }

    private static void fill(FlashedStick stick) throws Exception {
        try (PluggedIn plugged = stick.plugIn()) {
            Path filler = plugged.place().resolve("stick/module/my-films.bin");
            // Each ends for want of room; the second takes what is too little for the first.
            for (String block : List.of("1M", "4k")) {
                Finished.run(
                        plugged.place(),
                        Map.of(),
                        List.of(
                                "dd",
                                "if=/dev/zero",
                                "of=" + filler,
                                "bs=" + block,
                                "oflag=append",
                                "conv=notrunc"));
            }
            assertThat(plugged.place().toFile().getUsableSpace()).isZero();
        }
    }

    private static Machine starts(Path directory, String how, Stick stick) throws Exception {
        Machine machine = Machine.boot(directory.resolve(how), Firmware.ORDINARY, List.of(stick));
        machine.awaitConsole("Version 1 is healthy.");
        machine.photograph(
                Files.createDirectories(Programs.OUTPUT.resolve("screenshots"))
                        .resolve("stick-%s.png".formatted(how)));
        return machine;
    }
}
