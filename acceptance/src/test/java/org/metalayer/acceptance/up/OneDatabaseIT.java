package org.metalayer.acceptance.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Draft;
import org.metalayer.acceptance.harness.ForeignPostgres;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.WireStick;

/** A database is one Main System's: another one says so in one line and leaves it alone. */
class OneDatabaseIT {
    @Test
    void aSecondMainSystemIsRefusedAndTheFirstGoesOn() throws Exception {
        try (Scratch scratch = Scratch.make();
                ForeignPostgres given =
                        ForeignPostgres.start(
                                Files.createDirectory(scratch.root().resolve("given")));
                MainSystem first =
                        MainSystem.start(
                                "first", scratch.root().resolve("first"), given.settings())) {
            assertThat(complaintOf(scratch.root().resolve("first"), given))
                    .contains(first.data().toString(), "in use by another Main System");
            assertThat(complaintOf(scratch.root().resolve("second"), given))
                    .contains("has no key that sticks trust", "another Main System's")
                    .doesNotContain("\n");

            byte[] page = "<!doctype html><title>t</title>".getBytes(StandardCharsets.UTF_8);
            WireStick stick = WireStick.accepted(first, "maker");
            Draft draft = stick.draft("page").file("index.html", page);
            stick.deliver(draft, page);
            eventually(
                    "it is released",
                    () -> assertThat(first.operator().releases("page")).hasSize(1));
            assertThat(first.operator().reports("page")).hasSize(1);
        }
    }

    /** The line in which it says why it does not start. */
    private static String complaintOf(Path directory, ForeignPostgres given) {
        try (MainSystem second = MainSystem.start("second", directory, given.settings())) {
            return "it runs at " + second.url();
        } catch (AssertionError ended) {
            return String.valueOf(ended.getMessage())
                    .replace("the Main System ended: ", "")
                    .lines()
                    .filter(line -> line.startsWith("metalayer: "))
                    .collect(Collectors.joining("\n"));
        }
    }
}
