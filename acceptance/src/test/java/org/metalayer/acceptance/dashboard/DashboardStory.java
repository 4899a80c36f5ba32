package org.metalayer.acceptance.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Rollout;

/** A fleet to which the story has happened, so that there is something to see. */
final class DashboardStory {
    static final String PLAYER = "music-player";

    private static final Pattern PASSWORD = Pattern.compile("password: (\\S+)");

    private DashboardStory() {}

    /** A week of a music player: made, being improved, and once broken. */
    static Fleet tell() throws Exception {
        Fleet fleet = Fleet.start("dashboard", 3);
        report(fleet, 1, "music-player", "feature", "A music player", "Music Player");
        Rollout first = Rollout.of(fleet.operator(), PLAYER, 1);
        first.awaitVerified(1);
        fleet.system().clock().advance(Duration.ofDays(2));
        first.awaitVerified(2);
        fleet.system().clock().advance(Duration.ofDays(4));
        first.awaitVerified(3);
        fleet.system().clock().advance(Duration.ofDays(1));
        first.awaitState("completed");

        report(fleet, 2, "music-player-broken", "bugfix", "Needs less space", "Less space");
        Rollout.of(fleet.operator(), PLAYER, 2).awaitState("halted");

        report(fleet, 3, "music-player-playlist", "feature", "Playlists", "Playlist");
        Rollout.of(fleet.operator(), PLAYER, 3).awaitVerified(1);
        return fleet;
    }

    /** The first operator's password, which is printed once. */
    static String password(Fleet fleet) {
        Matcher printed = PASSWORD.matcher(fleet.system().process().printed());
        assertThat(printed.find()).isTrue();
        return printed.group(1);
    }

    private static void report(
            Fleet fleet, int stick, String example, String type, String description, String feature)
            throws Exception {
        Owner owner = new Owner(fleet.stick(stick));
        owner.puts(Programs.example(example), PLAYER);
        owner.reports(PLAYER, type, description, "--feature", feature);
    }
}
