package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.agent.stick.HardwareClass;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.ReleaseDocument;

/** A release says what it runs on; a stick takes only what runs here. */
class HardwareClassTest extends WithMainSystem {

    @Test
    void aReleaseForOtherHardwareIsLeftAlone() throws Exception {
        system.feed().rollOutOn("toaster-z80", aRelease(system).file("a.txt", "toast").build());
        TestStick stick = stick();
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(trouble(stick)).isEmpty();
    }

    @Test
    void aReleaseForThisHardwareIsInstalled() throws Exception {
        system.feed()
                .rollOutOn(
                        HardwareClass.OF_THIS_COMPUTER,
                        aRelease(system).file("a.txt", "here").build());
        TestStick stick = stick();
        stick.round();

        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "here"));
    }

    @Test
    void theDirectorDoesNotWidenWhatAReleaseRunsOn() throws Exception {
        DeploymentEntry entry =
                system.feed()
                        .rollOutOn("toaster-z80", aRelease(system).file("a.txt", "toast").build());
        system.feed().put(Entries.runningOn(entry, HardwareClass.OF_THIS_COMPUTER));
        TestStick stick = stick();
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(trouble(stick)).contains("content says something else of it");
    }

    /** What reached others is no reason to leave out what runs here. */
    @Test
    void aFloorOfOtherHardwareHoldsNothingBackHere() throws Exception {
        ReleaseDocument other = aRelease(system).version(2).file("a.txt", "toast").build();
        DeploymentEntry entry = system.feed().rollOutOn("toaster-z80", other);
        system.feed().put(Entries.withFloor(entry, 2));
        system.feed()
                .rollOutOn(
                        HardwareClass.OF_THIS_COMPUTER,
                        aRelease(system).file("a.txt", "here").build());
        TestStick stick = stick();
        stick.round();

        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "here"));
    }

    private static String trouble(TestStick stick) throws Exception {
        return stick.local().contact().flatMap(Contact::trouble).orElse("");
    }
}
