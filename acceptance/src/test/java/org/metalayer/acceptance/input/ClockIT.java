package org.metalayer.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.acceptance.harness.Draft;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.SharedSystem;
import org.metalayer.acceptance.harness.View;
import org.metalayer.acceptance.harness.WireStick;

/** Sticks have no battery: after a year in a drawer, their clock says anything. */
@ExtendWith(SharedSystem.class)
class ClockIT {
    private static final byte[] CONTENT = "<p>hello</p>".getBytes(StandardCharsets.UTF_8);

    private final MainSystem system;

    ClockIT(MainSystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void aStickWhoseClockIsTenYearsOffTakesPartLikeAnyOther(int years) throws Exception {
        Instant claimed = Instant.now().plus(Duration.ofDays(365L * years));
        String moduleId = Names.unique("timeless");
        WireStick stick = WireStick.unknown(system, moduleId);
        assertNow(stick.enrol(claimed).expect(200).json().text("server_time"));
        system.operator().accept(moduleId);

        Draft draft =
                stick.draft(Names.unique("clock"))
                        .with("created_at", claimed.toString())
                        .file("index.html", CONTENT);
        assertNow(stick.deliver(draft, CONTENT).json().text("server_time"));

        View report = system.operator().view("/upgrade-reports/" + draft.reportId());
        assertNow(report.text("received_at"));
    }

    private static void assertNow(String time) {
        assertThat(Duration.between(Instant.parse(time), Instant.now()).abs())
                .as("the Main System's own time, not the stick's")
                .isLessThan(Duration.ofDays(1));
    }
}
