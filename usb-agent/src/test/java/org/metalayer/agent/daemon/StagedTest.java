package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.install.Phase;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.EntryState;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.trust.ReleaseRole;

/** Between a release's being here and its taking effect, its signers may change their minds. */
class StagedTest extends WithMainSystem {

    private static final ComponentName PLAYER = new ComponentName("player");
    private static final String BLOBS = "/feed/v1/blobs/";

    /** What ends the agent: nothing in it catches this. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"STAGED", "ACTIVATING"})
    void whatIsRevokedMeanwhileDoesNotTakeEffect(Phase phase) throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).executable("run", "evil").build());
        cutThePowerAt(phase, stick);

        ReleaseRole code = ReleaseRole.CODE;
        system.feed().publishForged(code.roleName(), system.feed().keyOf(code.roleName()));
        stick.round();
        stick.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(phaseOf(stick)).contains(Phase.STAGED);
        assertThat(system.outcomes().recorded()).isEmpty();

        system.feed().publishForged(code.roleName());
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("run", "evil"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"STAGED", "ACTIVATING"})
    void whileNobodyCanBeAskedItWaits(Phase phase) throws Exception {
        TestStick stick = stick();
        DeploymentEntry entry =
                system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        cutThePowerAt(phase, stick);
        system.faults().offline(true);
        stick.round();
        stick.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(phaseOf(stick)).contains(Phase.STAGED);

        system.faults().clear();
        system.feed().put(Entries.as(entry, EntryState.PAUSED));
        stick.round();
        assertThat(stick.files("player")).isEmpty();

        system.feed().put(entry);
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"STAGED", "ACTIVATING"})
    void whatIsHaltedMeanwhileIsDropped(Phase phase) throws Exception {
        TestStick stick = stick();
        DeploymentEntry entry =
                system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        cutThePowerAt(phase, stick);
        system.feed().withdraw(entry, "bad");
        stick.round();
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(phaseOf(stick)).isEmpty();
        assertThat(system.outcomes().recorded()).isEmpty();
    }

    @Test
    void whatIsHaltedDuringALongDownloadIsNotFetchedToItsEnd() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        DeploymentEntry entry = system.feed().rollOut(threeFiles());
        system.faults()
                .atNext(
                        BLOBS,
                        () -> {
                            stick.uptime().pass(Duration.ofMinutes(11));
                            system.feed().withdraw(entry, "bad");
                        });
        agent.round();
        assertThat(fetchedFiles()).isEqualTo(1);

        agent.round();
        assertThat(phaseOf(stick)).isEmpty();
        assertThat(stick.files("player")).isEmpty();
        assertThat(fetchedFiles()).isEqualTo(1);
    }

    @Test
    void aSlowLineThatHoldsBackAllNewsIsFollowedForSomeHoursOnly() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        system.feed().rollOut(threeFiles());
        system.faults()
                .atNext(
                        BLOBS,
                        () -> {
                            stick.uptime().pass(Duration.ofHours(7));
                            system.faults().intercept("/feed/v1/metadata/", 503);
                        });
        agent.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(phaseOf(stick)).contains(Phase.DOWNLOADING);
        assertThat(fetchedFiles()).isEqualTo(1);

        system.faults().clear();
        agent.round();
        assertThat(stick.files("player")).hasSize(3);
    }

    @Test
    void aLineThatIsAwayForAWhileHoldsNothingUp() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        system.feed().rollOut(threeFiles());
        system.faults()
                .atNext(
                        BLOBS,
                        () -> {
                            stick.uptime().pass(Duration.ofHours(5));
                            system.faults().intercept("/feed/v1/metadata/", 503);
                        });
        agent.round();
        assertThat(stick.files("player")).hasSize(3);
    }

    private ReleaseDocument threeFiles() {
        return aRelease(system).file("a", "1").file("b", "2").file("c", "3").build();
    }

    private long fetchedFiles() {
        return system.requests().stream().filter(it -> it.contains(BLOBS)).count();
    }

    private static void cutThePowerAt(Phase phase, TestStick stick) throws IOException {
        try {
            stick.start(
                            StorageFaults.calling(operation -> {
                                if (phaseOf(stick).equals(Optional.of(phase))) {
                                    throw new PowerCut();
                                }
                            }))
                    .round();
        } catch (PowerCut expected) {
            assertThat(phaseOf(stick)).contains(phase);
            return;
        }
        throw new AssertionError("it never came to " + phase);
    }

    private static Optional<Phase> phaseOf(TestStick stick) {
        try {
            return stick.local().journal().of(PLAYER).map(Installation::phase);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
