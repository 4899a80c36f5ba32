package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metalayer.agent.install.Resolution;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.EntryState;

/** What is done at once, what waits for the owner, and what is left alone. */
class OffersTest extends WithMainSystem {

    private DeploymentEntry optional(int version) {
        return system.feed()
                .rollOut(
                        aRelease(system).version(version).file("a.txt", "a" + version).build(),
                        entry -> Entries.by(entry, Strategy.OPTIONAL));
    }

    private DeploymentEntry rollOut(int version) {
        return system.feed()
                .rollOut(aRelease(system).version(version).file("a.txt", "a" + version).build());
    }

    @Test
    void anOptionalReleaseWaitsForTheOwner() throws Exception {
        TestStick stick = stick();
        optional(1);
        stick.round();
        assertThat(stick.files("player")).isEmpty();

        stick.asksToInstall("player", Resolution.ASK);
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "a1"));
    }

    @Test
    void aDeclinedReleaseIsNotOfferedAgainButTheNextOneIs() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("a.txt", "a1").build());
        stick.declines("player");
        stick.round();
        stick.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(system.outcomes().results()).containsExactly("declined");

        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "a2").build());
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "a2"));
    }

    @Test
    void theOwnerMayChangeAMind() throws Exception {
        TestStick stick = stick();
        optional(1);
        stick.declines("player");
        stick.round();
        stick.asksToInstall("player", Resolution.ASK);
        stick.round();

        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(system.outcomes().results()).containsExactly("declined", "verified");
    }

    @Test
    void anOptionalReleaseDoesNotHideARunningFixBelowIt() throws Exception {
        TestStick stick = stick();
        rollOut(1);
        stick.round();
        optional(3);
        rollOut(2);
        stick.round();
        assertThat(stick.version("player")).isEqualTo(2);

        stick.asksToInstall("player", Resolution.ASK);
        stick.round();
        assertThat(stick.version("player")).isEqualTo(3);
    }

    @Test
    void anOptionalReleaseDoesNotEndTheDownloadOfAFixBelowIt() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "x".repeat(5000)).build());
        system.faults().cutAnswers("/feed/v1/blobs/", 0, 50);
        stick.round();
        optional(3);
        stick.round();
        assertThat(stick.local().journal().all())
                .extracting(at -> at.release().version())
                .containsExactly(2L);

        system.faults().clear();
        stick.asksToInstall("player", Resolution.ASK);
        stick.round();
        assertThat(stick.version("player")).as("the owner's wish comes first").isEqualTo(3);
    }

    @Test
    void aPausedReleaseHidesNoLowerOne() throws Exception {
        TestStick stick = stick();
        DeploymentEntry third = rollOut(3);
        system.feed().put(Entries.as(third, EntryState.PAUSED));
        rollOut(2);
        stick.round();
        assertThat(stick.version("player")).isEqualTo(2);

        system.feed().put(third);
        stick.round();
        assertThat(stick.version("player")).isEqualTo(3);
    }

    @Test
    void aDeclinedReleaseHidesNoLowerOneAndIsNotTriedAfterIt() throws Exception {
        TestStick stick = stick();
        rollOut(3);
        stick.declines("player");
        stick.round();
        rollOut(2);
        stick.round();
        stick.round();

        assertThat(stick.version("player")).isEqualTo(2);
        assertThat(system.outcomes().results()).containsExactly("declined", "verified");
    }

    @Test
    void aFailedReleaseHidesNoLowerOneAndIsNotTriedAfterIt() throws Exception {
        TestStick stick = stick();
        String wants = "{\"health\":[{\"kind\":\"file\",\"path\":\"nothing\"}]}";
        system.feed().rollOut(aRelease(system).version(3).file("component.json", wants).build());
        rollOut(2);
        stick.round();
        stick.round();
        stick.round();

        assertThat(stick.version("player")).isEqualTo(2);
        assertThat(system.outcomes().results()).containsExactly("failed", "verified");
    }

    @Test
    void decliningMeansTheReleaseThatWaitsAndNotTheFixBelowIt() throws Exception {
        TestStick stick = stick();
        rollOut(2);
        optional(3);
        stick.declines("player");
        stick.round();
        stick.round();

        assertThat(stick.version("player")).isEqualTo(2);
        assertThat(system.outcomes().results()).containsExactly("declined", "verified");
        assertThat(system.outcomes().recorded().getFirst().reason())
                .isEqualTo("declined by the owner");
    }

    @Test
    void aRequestWithoutAnOfferIsForgotten() throws Exception {
        TestStick stick = stick();
        stick.asksToInstall("player", Resolution.ASK);
        stick.round();

        assertThat(stick.local().requests().all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryState.class,
            names = {"SCHEDULED", "PAUSED"})
    void nothingIsBegunInARolloutThatDoesNotRun(EntryState state) throws Exception {
        TestStick stick = stick();
        system.feed()
                .rollOut(
                        aRelease(system).file("a.txt", "one").build(),
                        entry -> Entries.as(entry, state));
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(system.requests())
                .noneMatch(request -> request.contains("/feed/v1/targets/content/"));
    }

    @Test
    void aCompletedRolloutIsStillTheWayForALateStick() throws Exception {
        TestStick stick = stick();
        system.feed()
                .rollOut(
                        aRelease(system).file("a.txt", "one").build(),
                        entry -> Entries.as(entry, EntryState.COMPLETED));
        stick.round();

        assertThat(stick.version("player")).isEqualTo(1);
    }

    @Test
    void whatIsPausedInTheMiddleOfADownloadGoesOnAfterwards() throws Exception {
        TestStick stick = stick();
        DeploymentEntry entry =
                system.feed().rollOut(aRelease(system).file("a.txt", "x".repeat(5000)).build());
        system.faults().cutAnswers("/feed/v1/blobs/", 1000, 3);
        system.faults().cutAnswers("/feed/v1/blobs/", 0, 50);
        stick.round();
        assertThat(stick.local().journal().all()).hasSize(1);

        system.feed().put(Entries.as(entry, EntryState.PAUSED));
        system.faults().clear();
        stick.round();
        assertThat(stick.files("player")).isEmpty();

        system.feed().put(entry);
        stick.round();
        assertThat(stick.version("player")).isEqualTo(1);
    }

    @Test
    void whatIsSupersededInTheMiddleOfADownloadIsDroppedWithoutATrace() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("a.txt", "x".repeat(5000)).build());
        system.faults().cutAnswers("/feed/v1/blobs/", 0, 50);
        stick.round();
        system.faults().clear();
        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "two").build());
        stick.round();

        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "two"));
        assertThat(system.outcomes().results()).containsExactly("verified");
    }
}
