package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.install.Phase;
import org.metalayer.agent.program.SimulatedImage;
import org.metalayer.agent.program.TestAgent;
import org.metalayer.agent.simulator.ReleaseBuilder;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.ReleaseDocument;

/** A stick that booted an image, which chooses its agent. */
abstract class WithAnImage extends WithMainSystem {

    static final ComponentName AGENT = new ComponentName("agent");
    static final String BLOBS = "/feed/v1/blobs/";
    static final String IMAGE = "0.1.0";

    SimulatedImage image;
    TestStick stick;

    @BeforeEach
    void startTheAgent() throws IOException {
        image = image("image");
        stick = stick().choosing(image.places());
        assertThat(start()).isEqualTo(IMAGE);
    }

    SimulatedImage image(String name) throws IOException {
        return new SimulatedImage(directory.resolve(name), IMAGE).trusting(system.firstRoot());
    }

    ReleaseDocument release(String version, long number) {
        ReleaseBuilder release = aRelease(system).component("agent").version(number);
        new TestAgent(version).files().forEach(release::file);
        return release.build();
    }

    String start() throws IOException {
        return image.start(stick.directory());
    }

    Optional<Phase> phase() throws IOException {
        return stick.local().journal().of(AGENT).map(Installation::phase);
    }

    /** Long enough for a start not to have been in vain. */
    void stayUp() throws IOException {
        stayUp(stick);
    }

    static void stayUp(TestStick on) throws IOException {
        RunningAgent agent = on.start();
        agent.round();
        on.uptime().pass(Duration.ofSeconds(30));
        agent.round();
        agent.round();
    }

    DeploymentEntry upgrade(String version, long number) throws IOException {
        DeploymentEntry entry = system.feed().rollOut(release(version, number));
        stick.round();
        assertThat(phase()).contains(Phase.ACTIVATING);
        assertThat(start()).isEqualTo(version);
        stayUp();
        assertThat(stick.version("agent")).isEqualTo(number);
        return entry;
    }
}
