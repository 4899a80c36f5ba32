package org.metalayer.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Background;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.View;

/** What an owner has changed is never overwritten. */
@SuppressWarnings("NullAway.Init") // filled in before every test
class OwnersChangesIT {
    private static Fleet fleet;

    private String component;
    private Owner maker;
    private Owner other;
    private Path others;

    @BeforeAll
    static void start() throws Exception {
        fleet = Fleet.start("owners", 2);
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    @BeforeEach
    void bothHaveTheFirstVersion() throws Exception {
        component = Names.unique("diary");
        maker = new Owner(fleet.stick(1));
        StickProcess second = fleet.stick(2);
        other = new Owner(second);
        others = second.content(component);
        maker.writes(component, "index.html", "<!doctype html><title>Diary</title>");
        maker.writes(component, "colours.css", "p { color: black }");
        release(1);
    }

    @Test
    void aFileThatOnlyTheOwnerChangedIsKeptThroughAnUpgrade() throws Exception {
        other.writes(component, "colours.css", "p { color: plum }");
        other.writes(component, "mine.txt", "my own notes");
        maker.writes(component, "index.html", "<!doctype html><title>Diary 2</title>");
        release(2);
        assertThat(others.resolve("index.html")).content().contains("Diary 2");
        assertThat(others.resolve("colours.css")).hasContent("p { color: plum }");
        assertThat(others.resolve("mine.txt")).hasContent("my own notes");
    }

    @Test
    void aFileThatBothChangedIsShownAsAConflictAndNotDecided() throws Exception {
        other.writes(component, "colours.css", "p { color: plum }");
        maker.writes(component, "colours.css", "p { color: teal }");
        report(2);
        Rollout rollout = Rollout.of(fleet.operator(), component, 2);
        eventually(
                "the conflict is known",
                () -> assertThat(rollout.view().number("counts", "conflict")).isEqualTo(1));
        assertThat(others.resolve("colours.css")).hasContent("p { color: plum }");
        assertThat(other.status().list("conflicts"))
                .singleElement()
                .asString()
                .contains(component, "colours.css");
    }

    @Test
    void whatWasChangedWhileTheAgentWasOffIsFound() throws Exception {
        maker.stick().close();
        maker.writes(component, "index.html", "<!doctype html><title>Diary 2</title>");
        Files.delete(maker.stick().content(component).resolve("colours.css"));
        maker.writes(component, "pages/may.txt", "a new page");
        Background agent = maker.stick().start().agent();
        eventually(
                "the agent noticed",
                () -> assertThat(agent.printed()).contains(component + ": 3 files changed"));

        View changed =
                maker.changes().list("components").stream()
                        .filter(it -> it.text("component").equals(component))
                        .findFirst()
                        .orElseThrow();
        assertThat(changed.list("changes"))
                .extracting(change -> change.text("path") + " " + change.text("change"))
                .containsExactly(
                        "colours.css removed", "index.html modified", "pages/may.txt added");
    }

    private void release(int version) throws Exception {
        report(version);
        Rollout.of(fleet.operator(), component, version).awaitState("completed");
    }

    private void report(int version) throws Exception {
        maker.reports(component, "bugfix", "Version " + version);
    }
}
