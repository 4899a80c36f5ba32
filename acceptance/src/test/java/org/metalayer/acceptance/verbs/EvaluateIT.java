package org.metalayer.acceptance.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Cli;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.View;
import org.metalayer.acceptance.harness.WireStick;

/** Main Systems that decide nothing on arrival: the verb does it, or the schedule. */
class EvaluateIT {
    private static final byte[] PAGE =
            "<!doctype html><title>t</title>".getBytes(StandardCharsets.UTF_8);
    private static final String COMPONENT = "page";

    @Test
    void theVerbDecidesWhatIsPendingOnceAndPrintsIt() throws Exception {
        try (Scratch scratch = Scratch.make();
                MainSystem system = start("evaluate-verb", scratch, "off")) {
            String id = deliver(system);
            assertThat(report(system).text("state")).isEqualTo("pending");

            Finished evaluated = new Cli(system).run("evaluate", "--json");
            assertThat(evaluated.status()).as(evaluated.toString()).isZero();
            View decision = evaluated.json().list("decisions").getFirst();
            assertThat(evaluated.json().list("decisions")).hasSize(1);
            assertThat(decision.text("report_id")).isEqualTo(id);
            assertThat(decision.text("verdict")).isEqualTo("approve");
            assertThat(decision.texts("reasons")).isNotEmpty();
            assertThat(report(system).text("state")).isEqualTo("approved");

            Finished again = new Cli(system).run("evaluate", "--json");
            assertThat(again.json().list("decisions")).isEmpty();
        }
    }

    @Test
    void theScheduleDecidesWhatNobodyAskedFor() throws Exception {
        try (Scratch scratch = Scratch.make();
                MainSystem system = start("evaluate-schedule", scratch, "1s")) {
            deliver(system);
            eventually(
                    "it is approved by itself",
                    () -> assertThat(report(system).text("state")).isEqualTo("approved"));
        }
    }

    private static MainSystem start(String name, Scratch scratch, String every) {
        return MainSystem.start(
                name,
                scratch.root(),
                Map.of("METALAYER_BACKGROUND", "false", "METALAYER_EVALUATION_EVERY", every));
    }

    private static String deliver(MainSystem system) throws IOException {
        WireStick stick = WireStick.accepted(system, "usb_001");
        stick.deliver(stick.draft(COMPONENT).with("type", "bugfix").file("index.html", PAGE), PAGE);
        return report(system).text("id");
    }

    private static View report(MainSystem system) throws IOException {
        return system.operator().reports(COMPONENT).getFirst();
    }
}
