package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.install.Phase;
import org.metalayer.agent.simulator.ReleaseBuilder;
import org.metalayer.agent.system.SimulatedComputer;
import org.metalayer.agent.system.SystemAnswer;
import org.metalayer.agent.system.TestSystem;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.ReleaseDocument;

/** A stick that was booted by a computer, whose partitions are files. */
@SuppressWarnings("NullAway.Init") // filled in before the tests
abstract class WithBootedStick extends WithMainSystem {

    static final ComponentName OS = new ComponentName("os");

    SimulatedComputer computer;
    TestStick stick;

    @BeforeEach
    void startTheComputer() throws IOException {
        computer =
                new SimulatedComputer(directory.resolve("computer"), new TestSystem("1"))
                        .trusting(system.firstRoot());
        stick = stick().on(computer.places());
    }

    ReleaseDocument release(String version, long number) {
        ReleaseBuilder release = aRelease(system).component("os").version(number);
        new TestSystem(version).files().forEach(release::file);
        return release.build();
    }

    Optional<SystemAnswer> serve() throws IOException {
        return computer.serve(stick.directory(), InstantSource.system());
    }

    Optional<Phase> phase() throws IOException {
        return stick.local().journal().of(OS).map(Installation::phase);
    }

    /** Rounds until everything that the agent can do without a restart is done. */
    void stage() throws IOException {
        stick.round();
        assertThat(phase()).contains(Phase.ACTIVATING);
        assertThat(serve().flatMap(SystemAnswer::trouble)).isEmpty();
        stick.round();
    }

    DeploymentEntry upgrade(String version, long number) throws IOException {
        DeploymentEntry entry = system.feed().rollOut(release(version, number));
        stage();
        assertThat(computer.start()).isEqualTo(version);
        computer.bless();
        stick.round();
        assertThat(stick.version("os")).isEqualTo(number);
        return entry;
    }
}
