package org.metalayer.acceptance.boot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Fleet;

/**
 * Power cuts at any moment while a stick starts, fetches a system, writes it and tries it: {@code
 * -Dkills=300}, which takes a night, and {@code -Dseed=2} for other moments.
 */
@EnabledIfSystemProperty(named = "metalayer.kills", matches = "[1-9][0-9]*")
class RandomKillsIT {
    /** As long as a start, a download and the writing of a slot take together. */
    private static final Duration LONGEST = Duration.ofMinutes(6);

    @Test
    void noStickNoSystemAndNoFileIsLost() throws Exception {
        int kills = Integer.getInteger("metalayer.kills");
        Random moments = new Random(Long.getLong("metalayer.seed"));
        Path image = StickImage.required();
        try (Fleet fleet = Fleet.start("kills", 0)) {
            Path directory = fleet.system().data().resolveSibling("machine");
            FlashedStick flashed = FlashedStick.of(image, directory, FleetSettings.of(fleet));
            Stick stick = new Stick(flashed.file(), "MLSTICK0001");
            try (Machine machine = Machine.boot(directory, Firmware.ORDINARY, List.of(stick))) {
                BootedStick.joined(fleet);
                machine.awaitConsole("Version 1 is healthy.");
            }
            Letter.AMONG_CONTENT.write(flashed);
            PublishedSystem systems = new PublishedSystem(fleet);
            for (int version = 2, done = 0; done < kills; version++) {
                Path next = StickImage.ofVersion(Integer.toString(version));
                systems.publish(next.resolveSibling(""), "Version " + version);
                while (!runs(version, directory, stick, moments, done < kills)) {
                    done++;
                    flashed.requireSound(image, Letter.AMONG_CONTENT);
                    System.out.printf("kill %d of %d, version %d%n", done, kills, version);
                }
                flashed.requireSound(image, Letter.AMONG_CONTENT);
            }
        }
    }

    /** Whether a version was called healthy before the power was cut. */
    private static boolean runs(
            int version, Path directory, Stick stick, Random moments, boolean cut)
            throws Exception {
        String healthy = "Version %d is healthy.".formatted(version);
        Duration wait =
                cut
                        ? LONGEST.multipliedBy(moments.nextInt(1000)).dividedBy(1000)
                        : Machine.PATIENCE;
        try (Machine machine = Machine.boot(directory, Firmware.ORDINARY, List.of(stick))) {
            return machine.shows(healthy, wait);
        }
    }
}
