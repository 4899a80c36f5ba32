package org.metalayer.acceptance.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Fleet;

/**
 * Power cuts at any moment while a stick fetches a system, writes it, tries it and calls it good:
 * {@code -Dkills=300}, which takes hours, and {@code -Dseed=2} for other moments. What each of them
 * leaves is looked at whole; now and then it is started, too, cut off again at any moment of that,
 * and started to its end.
 */
@EnabledIfSystemProperty(named = "metalayer.kills", matches = "[1-9][0-9]*")
class RandomKillsIT {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(12);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final int STARTED = 20;

    private final int kills = Integer.getInteger("metalayer.kills");
    private final Random moments = new Random(Long.getLong("metalayer.seed"));
    private int done;

    @Test
    void noStickNoSystemAndNoFileIsLost() throws Exception {
        try (Fleet fleet = Fleet.start("kills", 0)) {
            Path directory = fleet.system().data().resolveSibling("machine");
            FlashedStick flashed =
                    FlashedStick.of(StickImage.required(), directory, FleetSettings.of(fleet));
            Letter.OWN.write(flashed);
            PublishedSystem systems = new PublishedSystem(fleet);
            try (Machine machine = Machine.boot(directory, Firmware.ORDINARY, stick(flashed))) {
                machine.awaitConsole("Version 1 is healthy.");
                BootedStick.joined(fleet);
                for (int version = 2; done < kills; version++) {
                    Path next = StickImage.ofVersion(Integer.toString(version));
                    systems.publish(next.resolveSibling(""), "Version " + version);
                    whileItIsUpgraded(machine, flashed, version);
                    say("version %d is healthy".formatted(version));
                }
            }
        }
    }

    private static List<Stick> stick(FlashedStick flashed) {
        return List.of(new Stick(flashed.file(), "MLSTICK0001"));
    }

    private void whileItIsUpgraded(Machine machine, FlashedStick flashed, int version)
            throws Exception {
        String healthy = "Version %d is healthy.".formatted(version);
        boolean restarted = false;
        while (!machine.shows(healthy, upTo(LONGEST_PAUSE))) {
            if (!restarted && machine.hasShown("the new system is written", version - 1)) {
                machine.restart();
                restarted = true;
            }
            if (done < kills) {
                done++;
                cutOff(machine, flashed, version);
            }
        }
    }

    private void cutOff(Machine machine, FlashedStick flashed, int version) throws Exception {
        Path directory = flashed.directory().resolve("cut-" + done);
        // No time passes for it meanwhile: the more of its moments are seen.
        FlashedStick left = machine.cutOff(flashed, directory);
        left.requireSound(Letter.OWN);
        if (done % STARTED == 0) {
            starts(left);
        }
        say(
                "cut %d of %d, to version %d: can start %s"
                        .formatted(done, kills, version, left.bootFiles().versions()));
        Finished.ok("rm", "-r", directory.toString());
        machine.goOn();
    }

    /** It starts, however it is cut off again while it does. */
    private void starts(FlashedStick left) throws Exception {
        try (Machine second = alone(left)) {
            Thread.sleep(upTo(LONGEST_START));
            second.cutPower();
        }
        left.requireSound(Letter.OWN);
        try (Machine third = alone(left)) {
            third.awaitConsole("is healthy.");
        }
        left.requireSound(Letter.OWN);
    }

    /** The stick itself goes on, and its Main System would take the two for copies. */
    private static Machine alone(FlashedStick left) throws IOException {
        return Machine.boot(left.directory(), Firmware.ORDINARY, Circumstances.ALONE, stick(left));
    }

    private Duration upTo(Duration longest) {
        return Duration.ofMillis(moments.nextLong(longest.toMillis()));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
