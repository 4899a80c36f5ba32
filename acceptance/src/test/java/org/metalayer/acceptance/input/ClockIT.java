package org.metalayer.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.acceptance.harness.Draft;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.SharedSystem;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.View;
import org.metalayer.acceptance.harness.WireStick;

/** Sticks have no battery: after a year in a drawer, their clock says anything. */
@ExtendWith(SharedSystem.class)
class ClockIT {
    private static final byte[] CONTENT = "<p>hello</p>".getBytes(StandardCharsets.UTF_8);

    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    private final MainSystem system;

    ClockIT(MainSystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aStickWhoseClockIsTenYearsOffTakesPartLikeAnyOther(int direction) throws Exception {
        Instant claimed = Instant.now().plus(TEN_YEARS.multipliedBy(direction));
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

    @Test
    void anAgentTenYearsBehindItsMainSystemSendsAndInstalls() throws Exception {
        // From its first start on: keys that lie offline for ten years have long expired.
        try (Fleet fleet = Fleet.startAhead("clock", TEN_YEARS)) {
            StickProcess maker = fleet.add("usb_001", "Maker").start();
            StickProcess taker = fleet.add("usb_002", "Taker").start();
            fleet.operator().accept("usb_001");
            fleet.operator().accept("usb_002");
            new Owner(maker).writes("page", "index.html", "<!doctype html><title>t</title>");
            new Owner(maker).reports("page", "bugfix", "A page");
            Rollout.of(fleet.operator(), "page", 1).awaitVerified(2);
            assertThat(taker.content("page").resolve("index.html")).exists();
        }
    }

    private static void assertNow(String time) {
        assertThat(Duration.between(Instant.parse(time), Instant.now()).abs())
                .as("the Main System's own time, not the stick's")
                .isLessThan(Duration.ofDays(1));
    }
}
