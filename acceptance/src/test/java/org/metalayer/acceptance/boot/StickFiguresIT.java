package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.metalayer.acceptance.boot.Attached.Stick;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Programs;

/**
 * How long it takes from power to a stick that has joined, and what a stick writes with nothing to
 * do: {@code -Didle=60} watches it for an hour. The figures go to {@code target/stick-figures.txt}.
 */
@EnabledIfSystemProperty(named = "metalayer.idle", matches = "[1-9][0-9]*")
class StickFiguresIT {
    private static final Duration SETTLING = Duration.ofMinutes(5);
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    @Test
    void startsAndIdles() throws Exception {
        int minutes = Integer.getInteger("metalayer.idle");
        // As often as by default.
        Map<String, String> settings = Map.of("METALAYER_CHECK_IN_SECONDS", "300");
        try (Fleet fleet = Fleet.start("figures", 0, settings)) {
            var directory = fleet.system().data().resolveSibling("machine");
            FlashedStick stick =
                    FlashedStick.of(StickImage.required(), directory, FleetSettings.of(fleet));
            for (String start : List.of("first", "second")) {
                long before = System.nanoTime();
                try (Machine machine =
                        Machine.boot(
                                directory.resolve(start),
                                Firmware.ORDINARY,
                                List.of(new Stick(stick.file(), "MLSTICK0001")))) {
                    machine.awaitConsole("Started \u001b[0;1;39mmetalayer-agent.service");
                    say("%s start, power to agent: %s".formatted(start, spent(before, machine)));
                    BootedStick.joined(fleet);
                    say("%s start, power to joined: %s".formatted(start, spent(before, machine)));
                    machine.awaitConsole("Version 1 is healthy.");
                    say("%s start, power to healthy: %s".formatted(start, spent(before, machine)));
                    // After that the loader no longer counts the starts of this version.
                    machine.awaitConsole("at hand");
                    if (start.equals("second")) {
                        assertThat(machine.console()).doesNotContain("bless-boot");
                        idles(machine, minutes);
                    }
                }
                BootedStick.missed(fleet);
            }
        }
    }

    private static void idles(Machine machine, int minutes) throws Exception {
        Thread.sleep(SETTLING);
        long written = machine.traffic(1).written();
        Duration processor = machine.processorTime();
        Thread.sleep(Duration.ofMinutes(minutes));
        // Long after the deadline by which a version has to be good, which this one was before.
        assertThat(machine.console()).doesNotContain("did not start as it should");
        long more = machine.traffic(1).written() - written;
        double share = machine.processorTime().minus(processor).toSeconds() / (60.0 * minutes);
        say(
                "idle for %d minutes: %d bytes written, %.1f MB a day; the emulator took %.1f %% of a core"
                        .formatted(
                                minutes,
                                more,
                                more / 1e6 * MINUTES_OF_A_DAY / minutes,
                                share * 100));
    }

    private static String spent(long before, Machine machine) {
        return "%.0f s, %d s of processor"
                .formatted((System.nanoTime() - before) / 1e9, machine.processorTime().toSeconds());
    }

    private static void say(String line) throws IOException {
        Files.writeString(
                Programs.OUTPUT.resolve("stick-figures.txt"),
                line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
