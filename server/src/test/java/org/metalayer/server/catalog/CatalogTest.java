package org.metalayer.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.catalog.feed.Feed;
import org.metalayer.server.evaluation.ReportReceipt;
import org.metalayer.server.evaluation.Reports;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

@QuarkusTest
class CatalogTest {

    private static final ComponentName PLAYER = new ComponentName("music-player");

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Catalog catalog;
    @Inject Reports reports;
    @Inject Feed feed;
    @Inject Sql sql;

    private SimulatedStick stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
        Proposal open = Proposal.aFeature();
        ReportReceipt receipt = reports.submit(stick.principal(), open.signedBy(stick));
        byte[] pack = open.pack(receipt.missing());
        reports.storePack(stick.principal(), new ByteArrayInputStream(pack), pack.length);
    }

    @Test
    void versionsHaveNoGapsHoweverManyArePublishedAndRolledBackAtOnce() throws Exception {
        try (ExecutorService replicas = Executors.newFixedThreadPool(8)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                boolean fails = i % 3 == 0;
                running.add(replicas.submit(() -> publish(fails)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }

        assertThat(catalog.lineage(PLAYER).reversed().stream().map(Release::version))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 16).boxed().toList());
    }

    @Test
    void releasesAreWrittenOnce() {
        publish(false);

        assertThatThrownBy(() -> sql.update("UPDATE release SET version = 7"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> sql.update("DELETE FROM release"))
                .hasMessageContaining("never changed");
    }

    @Test
    void theHeadIsTheNewestReleaseThatIsNotWithdrawn() {
        publish(false);
        publish(false);
        Release second = catalog.head(PLAYER).orElseThrow();
        assertThat(second.version()).isEqualTo(2);

        catalog.withdraw(second.id(), UUID.randomUUID(), "does harm");
        catalog.withdraw(second.id(), UUID.randomUUID(), "said twice");

        assertThat(catalog.head(PLAYER).orElseThrow().version()).isEqualTo(1);
        assertThat(catalog.withdrawals())
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).isEqualTo("does harm"));
    }

    @Test
    void nothingIsReleasedWhoseFilesAreNotStored() {
        Proposal absent = Proposal.aFeature().file("absent.js", "absent()");

        assertThatThrownBy(() -> catalog.publish(release(absent)))
                .hasMessageContaining("absent.js of a report to be released is not in the store");
    }

    @Test
    void operatorsSeeComponentsReleasesAndLineage() throws IOException {
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
        Proposal first = Proposal.of(UpgradeType.BUGFIX);
        story.decide(stick, first);
        Proposal second =
                Proposal.of(UpgradeType.BUGFIX)
                        .file("component.json", "{\"title\":\"Music Player\"}")
                        .parent(story.release(first));
        story.decide(stick, second);

        TestOperator.request()
                .get("/api/v1/components/music-player")
                .then()
                .statusCode(200)
                .body("title", is("Music Player"))
                .body("head.version", is(2))
                .body("release_count", is(2))
                .body("contributors[0].module_id", is(stick.moduleId().value()))
                .body("contributors[0].releases", is(2));
        TestOperator.request()
                .get("/api/v1/components/music-player/lineage")
                .then()
                .body("releases.version", contains(2, 1))
                .body("releases[0].parents", contains(story.release(first).toString()))
                .body("releases[0].files", nullValue());
        TestOperator.request()
                .get("/api/v1/releases/{id}", story.release(second))
                .then()
                .body("files.path", contains("component.json", "index.html", "player.js"))
                .body("role", is("content"))
                .body("withdrawn", is(false));
        TestOperator.request()
                .get("/api/v1/components?limit=1")
                .then()
                .body("items.name", contains("music-player"))
                .body("next", nullValue())
                .body("total", is(1));
    }

    @Test
    void releasesArePagedWithoutGapsOrRepeats() {
        for (int i = 0; i < 5; i++) {
            publish(false);
        }
        List<Integer> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            var page =
                    TestOperator.request()
                            .get("/api/v1/releases?limit=2" + after)
                            .then()
                            .statusCode(200)
                            .body("total", is(5))
                            .extract();
            seen.addAll(page.<List<Integer>>path("items.version"));
            String next = page.path("next");
            after = next == null ? null : "&after=" + next;
        }
        assertThat(seen).containsExactly(5, 4, 3, 2, 1);
    }

    private void publish(boolean fails) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        catalog.publish(release(Proposal.aFeature()));
                        if (fails) {
                            throw new IllegalStateException("rolled back on purpose");
                        }
                    });
        } catch (IllegalStateException expected) {
            assertThat(fails).isTrue();
        }
    }

    private NewRelease release(Proposal proposal) {
        return new NewRelease(
                proposal.report(stick.moduleId()),
                "Music Player",
                List.of(),
                stick.id(),
                List.of());
    }
}
