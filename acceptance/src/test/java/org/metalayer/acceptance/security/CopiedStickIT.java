package org.metalayer.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.View;
import org.metalayer.protocol.json.JsonBuilder;

/**
 * A stick is copied file by file while its agent is stopped, and both are used: both sides are
 * told, upgrades go on, nothing is taken from either, and a person ends it.
 */
class CopiedStickIT {
    private static final String PLAYER = "music-player";

    @Test
    void twoCopiesAreFoundKeptFromGivingAndToldApartByAPerson() throws Exception {
        try (Fleet fleet = Fleet.start("copied", 2)) {
            StickProcess original = fleet.stick(1);
            original.close();
            try (StickProcess copy = original.copiedTo(original.root().resolveSibling("copy"))) {
                startedFirst(fleet, original);
                quarantined(fleet, original, copy.start());

                contributionsWait(fleet, copy);
                anUpgradeStillReaches(fleet, List.of(original, copy));
                anOperatorKeeps(fleet, original);
                aNewIdentity(fleet, copy);
            }
        }
    }

    /** The one that comes first is the one that is known. */
    private static void startedFirst(Fleet fleet, StickProcess stick) throws Exception {
        String before = lastSeen(fleet, stick);
        stick.start();
        eventually("it was there", () -> assertThat(lastSeen(fleet, stick)).isGreaterThan(before));
    }

    private static String lastSeen(Fleet fleet, StickProcess stick) throws IOException {
        return fleet.operator().stick(stick.moduleId()).text("last_seen_at");
    }

    private static void quarantined(Fleet fleet, StickProcess... both) {
        eventually(
                "both owners and the operator are told",
                () -> {
                    for (StickProcess stick : both) {
                        View status = new Owner(stick).status();
                        assertThat(status.text("state")).isEqualTo("quarantined");
                        assertThat(status.texts("notices")).containsExactly("cloned");
                        assertThat(stick.verb("status").out())
                                .contains("Two copies of this stick are in use");
                    }
                    View seen = fleet.operator().stick(both[0].moduleId());
                    assertThat(seen.text("state")).isEqualTo("quarantined");
                    assertThat(seen.list("warnings")).hasSize(2);
                    assertThat(fleet.operator().view("/overview").list("attention"))
                            .anyMatch(it -> it.text("kind").equals("stick-cloned"));
                });
    }

    private static void contributionsWait(Fleet fleet, StickProcess copy) throws Exception {
        Owner owner = new Owner(copy);
        owner.writes("notes", "index.html", "<p>mine</p>");
        owner.triesToReport("notes", "feature", "Notes", "--feature", "Notes");
        View status = owner.status();
        assertThat(status.at("spool").list("reports")).hasSize(1);
        assertThat(fleet.operator().reports("notes")).isEmpty();
    }

    private static void anUpgradeStillReaches(Fleet fleet, List<StickProcess> both)
            throws Exception {
        Owner maker = new Owner(fleet.stick(2));
        maker.puts(Programs.example("music-player"), PLAYER);
        maker.reports(PLAYER, "bugfix", "A player for all");
        for (StickProcess stick : both) {
            eventually(
                    "the upgrade is on " + stick.root(),
                    () ->
                            assertThat(Files.exists(stick.content(PLAYER).resolve("index.html")))
                                    .isTrue());
        }
    }

    private static void anOperatorKeeps(Fleet fleet, StickProcess original) throws Exception {
        View seen = fleet.operator().stick(original.moduleId());
        View known =
                seen.list("warnings").stream()
                        .filter(warning -> warning.flag("known"))
                        .findFirst()
                        .orElseThrow();
        fleet.operator()
                .post(
                        "/sticks/" + seen.text("id") + "/keep",
                        new JsonBuilder().put("copy", known.text("copy")))
                .expect(200);
        original.close();
        original.start();
        eventually(
                "the kept one is as before",
                () -> {
                    View status = new Owner(original).status();
                    assertThat(status.text("state")).isEqualTo("accepted");
                    assertThat(status.texts("notices")).isEmpty();
                });
    }

    private static void aNewIdentity(Fleet fleet, StickProcess copy) throws Exception {
        copy.close();
        copy.start();
        eventually(
                "the other one is told",
                () ->
                        assertThat(new Owner(copy).status().texts("notices"))
                                .containsExactly("copy-set-aside"));
        Finished running = copy.verb("new-identity");
        assertThat(running.status()).as("while the agent runs").isEqualTo(1);
        copy.close();
        String made = copy.verb("new-identity", "--json").json().text("module_id");
        fleet.operator().accept(made);
        copy.start();
        eventually(
                "it is a stick of its own, and its report arrives",
                () -> {
                    assertThat(new Owner(copy).status().text("state")).isEqualTo("accepted");
                    assertThat(fleet.operator().reports("notes"))
                            .anyMatch(it -> it.text("contributor", "module_id").equals(made));
                });
        assertThat(fleet.operator().stick("usb_001").text("state")).isEqualTo("accepted");
        assertThat(Files.readString(copy.content("notes").resolve("index.html")))
                .isEqualTo("<p>mine</p>");
    }
}
