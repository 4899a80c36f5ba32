package org.metalayer.acceptance.boot;

import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Programs;

/** A stick of the profile {@code kiosk} shows its own page, and nothing but that. */
@EnabledIfSystemProperty(named = "metalayer.long", matches = "true")
class KioskIT {
    /** Behind everything on the stick's pages, and on the page that waits for them. */
    private static final int PAPER = 0xf7f4ed;

    /** Behind the components, which only the stick's pages have. */
    private static final int RAISED = 0xfffdf9;

    @Test
    void theStickShowsItsPageFullScreenAndAgainWhenTheBrowserHasEnded() throws Exception {
        Path image = StickImage.required("kiosk");
        try (Fleet fleet = Fleet.start("kiosk", 0)) {
            Path directory = fleet.system().data().resolveSibling("machine");
            FlashedStick stick = FlashedStick.of(image, directory, FleetSettings.of(fleet));
            try (Machine machine =
                    Machine.boot(
                            directory,
                            Firmware.ORDINARY,
                            Circumstances.ROOMY,
                            List.of(new Stick(stick.file(), "MLSTICK0001")))) {
                shows(machine, "its page", KioskIT::isThePage);
                machine.press("ctrl", "w");
                shows(machine, "no page", picture -> picture.share(PAPER) < 0.1);
                shows(machine, "its page again", KioskIT::isThePage);
                machine.awaitConsole("Version 1 is healthy.");
            }
        }
    }

    private static boolean isThePage(Picture picture) {
        return picture.share(PAPER) > 0.5 && picture.share(RAISED) > 0.01;
    }

    private static void shows(Machine machine, String what, Predicate<Picture> wanted)
            throws IOException {
        Path file =
                Files.createDirectories(Programs.OUTPUT.resolve("screenshots"))
                        .resolve("kiosk.png");
        eventually(
                "%s on the screen, see %s".formatted(what, file),
                Machine.PATIENCE,
                () -> {
                    machine.photograph(file);
                    return Picture.of(file);
                },
                wanted);
    }
}
