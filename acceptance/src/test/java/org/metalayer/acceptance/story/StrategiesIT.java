package org.metalayer.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.View;
import org.metalayer.protocol.json.JsonBuilder;

/** Who gets a release when, by the kind of upgrade. Each test has a component of its own. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class StrategiesIT {
    private static final String PAGE = "<!doctype html><title>t</title><p>hello</p>";

    private static final String SECOND = "<!doctype html><title>t</title><p>faster</p>";

    private static Fleet fleet;

    private String component;
    private Owner maker;

    @BeforeAll
    static void start() throws Exception {
        fleet = Fleet.start("strategies", 5);
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    @BeforeEach
    void make() throws Exception {
        component = Names.unique("page");
        maker = new Owner(fleet.stick(1));
        maker.writes(component, "index.html", PAGE);
    }

    @Test
    void aBugfixGoesToEveryoneAtOnce() throws Exception {
        Rollout rollout = report("bugfix");
        assertThat(rollout.view().text("strategy")).isEqualTo("IMMEDIATE");
        rollout.awaitState("completed");
        assertThat(sticksWithThePage()).hasSize(5);
    }

    @Test
    void aPerformanceUpgradeIsWatchedOnThreeTestSticksForADay() throws Exception {
        Rollout rollout = report("performance");
        assertThat(rollout.view().text("strategy")).isEqualTo("TEST_FIRST");
        rollout.awaitVerified(3);
        View test = rollout.rings().getFirst();
        assertThat(test.number("counts", "total")).isEqualTo(3);
        assertThat(test.number("limits", "soak_seconds")).isEqualTo(24 * 60 * 60);

        fleet.system().clock().advance(Duration.ofHours(23));
        eventually(
                "the gate says what it waits for",
                () ->
                        assertThat(rollout.rings().getFirst().text("verdict", "kind"))
                                .isEqualTo("hold"));
        assertThat(rollout.view().number("counts", "verified")).isEqualTo(3);

        fleet.system().clock().advance(Duration.ofHours(1));
        rollout.awaitState("completed");
        assertThat(sticksWithThePage()).hasSize(5);
    }

    @Test
    void aMatterOfTasteWaitsForEachOwner() throws Exception {
        Rollout rollout = report("ux");
        assertThat(rollout.view().text("strategy")).isEqualTo("OPTIONAL");
        StickProcess taker = fleet.stick(4);
        eventually(
                "the stick knows of the offer",
                () -> assertThat(new Owner(taker).status().toString()).contains(component));
        new Owner(taker).installs(component);
        eventually(
                "the owner who wanted it has it",
                () -> assertThat(taker.content(component).resolve("index.html")).hasContent(PAGE));
        assertThat(sticksWithThePage())
                .as("nobody else was made to take it")
                .containsExactlyInAnyOrder(fleet.stick(1).moduleId(), taker.moduleId());
    }

    @Test
    void whatTestSticksRanWellTheyLeaveWhenAnOperatorHaltsIt() throws Exception {
        report("bugfix").awaitState("completed");
        maker.writes(component, "index.html", SECOND);
        maker.reports(component, "performance", "A page that loads faster");
        Rollout second = Rollout.of(fleet.operator(), component, 2);
        second.awaitVerified(3);
        List<StickProcess> tried =
                fleet.sticks().stream()
                        .filter(stick -> !stick.equals(fleet.stick(1)) && shows(stick, SECOND))
                        .toList();
        assertThat(tried).hasSize(3);

        JsonBuilder reason = new JsonBuilder().put("reason", "It looks wrong");
        assertThat(
                        fleet.operator()
                                .post("/rollouts/%s/halt".formatted(second.id()), reason)
                                .status())
                .isEqualTo(200);
        eventually(
                "they run what they ran before",
                () -> assertThat(tried).allMatch(stick -> shows(stick, PAGE)));
        eventually(
                "and have said so",
                () -> assertThat(second.view().number("counts", "rolled_back")).isEqualTo(3));
    }

    private boolean shows(StickProcess stick, String page) {
        try {
            return Files.readString(stick.content(component).resolve("index.html")).equals(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rollout report(String type) throws Exception {
        maker.reports(component, type, "A page");
        return Rollout.of(fleet.operator(), component, 1);
    }

    private List<String> sticksWithThePage() {
        return fleet.sticks().stream()
                .filter(stick -> Files.exists(stick.content(component).resolve("index.html")))
                .map(StickProcess::moduleId)
                .toList();
    }
}
