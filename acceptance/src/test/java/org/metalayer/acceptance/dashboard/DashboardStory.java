package org.metalayer.acceptance.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.acceptance.harness.Eventually;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Reply;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.json.JsonBuilder;

/** A fleet to which the story has happened, so that there is something to see. */
final class DashboardStory {
    static final String PLAYER = "music-player";
    static final String NEWCOMER = "usb_grandmothers-living-room";
    static final int STICKS = 5;

    /** Says that it is on another stick's device: an operator is warned. */
    static final String TWIN = "usb_twin";

    /** A version of the policy that is being written. */
    static final int DRAFT = 2;

    private static final Pattern PASSWORD = Pattern.compile("password: (\\S+)");

    private DashboardStory() {}

    /** A music player: made by one stick, improved by a second, and once broken by a third. */
    static Fleet tell() throws Exception {
        Fleet fleet = Fleet.start("dashboard", STICKS);
        report(fleet, 1, "music-player", "bugfix", "A music player for everyone", "Music Player");
        Rollout.of(fleet.operator(), PLAYER, 1).awaitState("completed");
        report(fleet, 2, "music-player-playlist", "feature", "Playlists to name", "Playlists");
        goesOutInThreeSteps(fleet, Rollout.of(fleet.operator(), PLAYER, 2));
        report(fleet, 3, "music-player-broken", "bugfix", "Needs less space", "Less space");
        Rollout.of(fleet.operator(), PLAYER, 3).awaitState("halted");
        offer(fleet);
        undecided(fleet, "Large print");
        fleet.add(NEWCOMER, "Grandmother's living-room stick with the long name she chose")
                .verb("enrol");
        onOneDevice(fleet);
        draft(fleet);
        return fleet;
    }

    /** A report that the policy leaves to a person; the component it is about. */
    static String undecided(Fleet fleet, String description) throws Exception {
        String component = Names.unique("large-print");
        Owner owner = new Owner(fleet.stick(1));
        owner.writes(component, "notes.txt", "Everything twice as large.");
        owner.reports(component, "feature", description);
        Eventually.eventually(
                description + " waits for a person",
                () -> fleet.operator().reports(component),
                reports -> reports.getFirst().text("state").equals("needs_human"));
        return component;
    }

    /** The first operator's password, which is printed once. */
    static String password(Fleet fleet) {
        Matcher printed = PASSWORD.matcher(fleet.system().process().printed());
        assertThat(printed.find()).isTrue();
        return printed.group(1);
    }

    private static void goesOutInThreeSteps(Fleet fleet, Rollout rollout) throws Exception {
        rollout.awaitVerified(1);
        fleet.system().clock().advance(Duration.ofDays(2));
        rollout.awaitVerified(3);
        fleet.system().clock().advance(Duration.ofDays(4));
        rollout.awaitVerified(STICKS);
        fleet.system().clock().advance(Duration.ofDays(1));
        rollout.awaitState("completed");
    }

    private static void onOneDevice(Fleet fleet) throws Exception {
        for (String moduleId : List.of("usb_first", TWIN)) {
            var _ =
                    WireStick.unknown(
                                    fleet.system(),
                                    moduleId,
                                    WireStick.Says.onDevice(moduleId, "one-serial"))
                            .enrol(Instant.now())
                            .expect(200);
        }
        assertThat(fleet.operator().stick(TWIN).list("warnings")).hasSize(1);
    }

    private static void draft(Fleet fleet) throws Exception {
        JsonBuilder example =
                new JsonBuilder()
                        .put("name", "A fix is looked at")
                        .put("facts", new JsonBuilder().put("upgrade_type", "bugfix").build())
                        .put("verdict", "needs_human");
        JsonBuilder everything = new JsonBuilder().put("verdict", "needs_human");
        Reply draft =
                fleet.operator()
                        .post(
                                "/policies",
                                new JsonBuilder()
                                        .put("note", "People look at everything")
                                        .put("rows", List.of(everything), JsonBuilder::build)
                                        .put("examples", List.of(example), JsonBuilder::build))
                        .expect(201);
        assertThat(draft.json().number("version", "version")).isEqualTo(DRAFT);
    }

    private static void offer(Fleet fleet) throws Exception {
        Owner owner = new Owner(fleet.stick(4));
        owner.writes("photo-frame", "index.html", "<!doctype html><title>Photos</title>");
        owner.reports("photo-frame", "ux", "A calm photo frame", "--feature", "Photo frame");
        Rollout.of(fleet.operator(), "photo-frame", 1).awaitState("running");
    }

    private static void report(
            Fleet fleet, int stick, String example, String type, String description, String feature)
            throws Exception {
        Owner owner = new Owner(fleet.stick(stick));
        owner.puts(Programs.example(example), PLAYER);
        owner.reports(PLAYER, type, description, "--feature", feature);
    }
}
