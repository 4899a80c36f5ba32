package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.metalayer.agent.install.Phase;
import org.metalayer.agent.program.TestAgent;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.protocol.message.DeploymentEntry;

/** The agent goes the way that all releases go, and an agent that fails goes again by itself. */
class AgentUpgradeTest extends WithAnImage {

    @Test
    void itRunsAtTheNextStartAndIsVerifiedOnceItStayedUp() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        stick.round();
        assertThat(phase()).contains(Phase.ACTIVATING);
        assertThat(start()).isEqualTo("0.2.0");
        stick.round();
        assertThat(phase()).contains(Phase.ACTIVATED);
        assertThat(system.outcomes().recorded()).isEmpty();

        stayUp();
        assertThat(system.outcomes().results()).containsExactly("verified");
        assertThat(stick.directory().staging(AGENT)).doesNotExist();
        assertThat(stick.content("agent")).doesNotExist();
        image.switchOff();
        assertThat(start()).isEqualTo("0.2.0");
    }

    @Test
    void itIsNotVerifiedBeforeTheRolloutsTimeIsOver() throws Exception {
        DeploymentEntry entry = system.feed().rollOut(release("0.2.0", 1));
        system.feed().put(Entries.verifiedAfter(entry, Duration.ofMinutes(5)));
        stick.round();
        start();
        stayUp();
        assertThat(phase()).contains(Phase.ACTIVATED);

        stick.uptime().pass(Duration.ofMinutes(5));
        stick.round();
        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @Test
    void onlyPiecesThatTheRunningOneDoesNotHaveAreFetched() throws Exception {
        upgrade("0.2.0", 1);

        long fetched = system.requests().stream().filter(it -> it.contains(BLOBS)).count();
        assertThat(new TestAgent("0.2.0").files().size()).isGreaterThan(5);
        assertThat(fetched).isEqualTo(2);
    }

    @Test
    void oneThatEndsAtOnceIsLeftAfterTwoStartsAndTold() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        stick.round();
        assertThat(start()).isEqualTo("0.2.0");
        image.switchOff();
        assertThat(start()).isEqualTo("0.2.0");
        image.switchOff();
        assertThat(start()).isEqualTo(IMAGE);

        stick.round();
        assertThat(system.outcomes().results()).containsExactly("failed");
        assertThat(system.outcomes().recorded().getLast().reason()).contains("2 starts");
        assertThat(stick.version("agent")).isZero();
        assertThat(start()).isEqualTo(IMAGE);
        stick.round();
        assertThat(phase()).isEmpty();
    }

    @Test
    void oneThatFailsAfterAWhileIsLeftForTheOneThatWasVerified() throws Exception {
        upgrade("0.2.0", 1);
        system.feed().rollOut(release("0.3.0", 2));
        stick.round();
        assertThat(start()).isEqualTo("0.3.0");
        stick.round();
        assertThat(phase()).contains(Phase.ACTIVATED);
        assertThat(start()).isEqualTo("0.3.0");
        assertThat(start()).isEqualTo("0.2.0");

        stick.round();
        assertThat(system.outcomes().results()).containsExactly("verified", "failed");
        assertThat(stick.version("agent")).isEqualTo(1);
    }

    /** It could never be replaced from afar. */
    @Test
    void oneThatStaysUpAndNeverChecksInIsLeft() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        stick.round();
        system.faults().offline(true);
        for (int n = 0; n < 2; n++) {
            assertThat(start()).isEqualTo("0.2.0");
            stayUp();
        }
        assertThat(start()).isEqualTo(IMAGE);
    }

    @Test
    void noOneHasToRestartTheComputerForThat() throws Exception {
        DeploymentEntry entry = system.feed().rollOut(release("0.2.0", 1));
        system.feed().put(Entries.verifiedAfter(entry, Duration.ofMinutes(1)));
        stick.round();
        start();
        system.faults().offline(true);
        RunningAgent agent = stick.start();
        agent.round();
        assertThat(phase()).contains(Phase.ACTIVATED);
        stick.uptime().pass(Duration.ofHours(2));
        agent.round();
        assertThat(phase()).contains(Phase.RETURNING);

        assertThat(start()).isEqualTo(IMAGE);
        system.faults().offline(false);
        stick.round();
        assertThat(system.outcomes().recorded().getLast().reason()).contains("never been in touch");
    }

    @Test
    void aVerifiedOneStaysForAYearWithoutANetworkAndWithAnyClock() throws Exception {
        upgrade("0.2.0", 1);
        system.faults().offline(true);
        image.clock(() -> Instant.parse("2099-01-01T00:00:00Z"));
        for (int n = 0; n < 12; n++) {
            image.switchOff();
            assertThat(start()).isEqualTo("0.2.0");
            stayUp();
        }
    }

    @Test
    void aProvenOneThatNoLongerStartsGoesAfterFiveStarts() throws Exception {
        upgrade("0.2.0", 1);
        for (int n = 0; n < 5; n++) {
            assertThat(start()).isEqualTo("0.2.0");
        }
        assertThat(start()).isEqualTo(IMAGE);
    }

    @Test
    void anImageWhoseOwnAgentIsAsNewRunsIt() throws Exception {
        upgrade("0.2.0", 1);
        image.become("0.2.0");
        assertThat(start()).isEqualTo("0.2.0");
        assertThat(Files.exists(image.places().run().resolve("stick"))).isFalse();

        image.become("0.10.0");
        assertThat(start()).isEqualTo("0.10.0");
        image.become(IMAGE);
        assertThat(start()).isEqualTo("0.2.0");
    }

    @Test
    void whatIsHaltedLaterIsLeftForTheOneBefore() throws Exception {
        upgrade("0.2.0", 1);
        DeploymentEntry entry = upgrade("0.3.0", 2);

        system.feed().withdraw(entry, "bad");
        stick.round();
        assertThat(start()).isEqualTo("0.2.0");
        stick.round();
        assertThat(system.outcomes().results())
                .containsExactly("verified", "verified", "rolled_back");
        assertThat(stick.version("agent")).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void theAgentEndsByItselfToBeTheNewOne() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        try (StickLock lock = StickLock.tryAcquire(stick.directory()).orElseThrow()) {
            AgentLoop.of(stick.local(), log::add).run(lock);
        }

        assertThat(log).contains("the agent starts again, to be another version");
        assertThat(start()).isEqualTo("0.2.0");
    }
}
