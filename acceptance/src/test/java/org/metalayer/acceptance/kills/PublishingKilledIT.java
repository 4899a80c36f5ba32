package org.metalayer.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metalayer.acceptance.harness.Draft;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Reply;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.tuf.client.RootPin;

/**
 * The Main System dies by signal 9 at each step of publishing. Where it was faster than the signal,
 * it publishes something else and dies once more.
 */
@SuppressWarnings("NullAway.Init") // filled in before the first test
class PublishingKilledIT {
    /** A step is over in some milliseconds: far fewer lives are needed. */
    private static final int LIVES = 15;

    private static Fleet fleet;
    private static MainSystem system;
    private static WireStick maker;
    private static Path feed;
    private static RootPin pin;
    private static FeedReader veteran;

    @BeforeAll
    static void start(@TempDir Path memory) throws Exception {
        fleet = Fleet.start("publishing-killed", 1, Map.of("METALAYER_EVALUATION_EVERY", "1s"));
        system = fleet.system();
        maker = WireStick.accepted(system, "maker");
        feed = system.data().resolve("feed/v1");
        pin = RootPin.ofBytes(Files.readAllBytes(feed.resolve("metadata/1.root.json")));
        veteran = new FeedReader(pin, memory);
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    @ParameterizedTest(name = "killed at {0}")
    @EnumSource
    void theFeedIsWholeGoesForwardAndNothingIsLost(PublishingStep step, @TempDir Path fresh)
            throws Exception {
        boolean hit = false;
        String component = "";
        for (int life = 1; !hit && life <= LIVES; life++) {
            component = "%s-%d".formatted(step.toString().replace(' ', '-'), life);
            hit = diesPublishing(component, step);
        }
        assertThat(hit).as("died at this step").isTrue();

        long known = veteran.readAll(FeedReader.served(system)).sequence();
        assertThat(new FeedReader(pin, fresh).readAll(FeedReader.served(system)).sequence())
                .isGreaterThanOrEqualTo(known);
        try (StickProcess newcomer = fleet.add("usb_" + component, "New at " + component).start()) {
            String id = fleet.operator().accept(newcomer.moduleId()).text("id");
            awaitInstalled(component, newcomer);
            // The first wave of what comes next must not be drawn to a stick that is gone.
            fleet.operator().post("/sticks/" + id + "/retire", new JsonBuilder()).expect(200);
        }
    }

    /** One life and what must be true after it; whether it ended at the step. */
    private static boolean diesPublishing(String component, PublishingStep step) throws Exception {
        List<String> before = releases();
        Draft draft =
                maker.draft(component).with("type", "bugfix").file("index.html", page(component));
        Set<String> there = PublishingStep.before(feed);
        CompletableFuture<Void> delivery =
                CompletableFuture.runAsync(() -> deliver(draft, component));
        boolean hit = step.kills(system.process(), feed, there);
        delivery.exceptionally(cutOff -> null).join();

        long sequence = veteran.readAll(FeedReader.directory(feed)).sequence();
        system.restart();
        assertThat(veteran.readAll(FeedReader.served(system)).sequence())
                .isGreaterThanOrEqualTo(sequence);
        assertThat(releases()).containsAll(before);
        sendAgain(draft, component, !delivery.isCompletedExceptionally());
        endLease(component);
        awaitInstalled(component, fleet.stick(1));
        assertThat(fleet.operator().reports(component)).hasSize(1);
        assertThat(fleet.operator().releases(component)).hasSize(1);
        eventually(
                "any web server serves the same",
                () ->
                        assertThat(veteran.readAll(FeedReader.directory(feed)))
                                .isEqualTo(veteran.readAll(FeedReader.served(system))));
        return hit;
    }

    private static void deliver(Draft draft, String component) {
        try {
            maker.deliver(draft, page(component));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a stick does that does not know whether it was heard. */
    private static void sendAgain(Draft draft, String component, boolean acknowledged)
            throws IOException {
        Reply reply = maker.send(draft);
        List<String> missing = reply.json().texts("missing");
        if (acknowledged) {
            reply.expect(200);
            assertThat(missing).isEmpty();
        }
        for (String _ : missing) {
            maker.upload(Sha256.of(page(component)), page(component)).expect(200);
        }
    }

    /** Whoever died while evaluating it has it for five minutes more. */
    private static void endLease(String component) throws IOException {
        if (fleet.operator().reports(component).getFirst().text("state").equals("pending")) {
            system.clock().advance(Duration.ofMinutes(5));
        }
    }

    private static byte[] page(String component) {
        return "<!doctype html><title>t</title><p>%s</p>"
                .formatted(component)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> releases() throws IOException {
        return fleet.operator().list("/releases", Map.of()).stream()
                .map(release -> release.text("id"))
                .toList();
    }

    private static void awaitInstalled(String component, StickProcess stick) {
        Path index = stick.content(component).resolve("index.html");
        eventually(
                "%s has %s".formatted(stick.moduleId(), component),
                () -> assertThat(index).hasBinaryContent(page(component)));
    }
}
