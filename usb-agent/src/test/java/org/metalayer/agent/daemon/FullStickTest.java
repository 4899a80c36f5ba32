package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.protocol.message.DeploymentEntry;

/** A stick on which nothing can be stored any more still does as it is told. */
class FullStickTest extends WithMainSystem {

    private final AtomicBoolean full = new AtomicBoolean();

    @Test
    void aHaltThatCannotBeStoredIsObeyed() throws Exception {
        TestStick stick = stick();
        DeploymentEntry entry =
                system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        system.faults().cutAnswers("/feed/v1/blobs/", 0, 50);
        stick.round();
        assertThat(stick.local().journal().all()).hasSize(1);
        system.faults().clear();
        system.feed().withdraw(entry, "bad");
        blockTheTimestamp(stick);
        full.set(true);
        RunningAgent agent =
                stick.start(
                        StorageFaults.calling(operation -> {
                            if (full.get() && operation.matches("write|append|copy")) {
                                throw new IOException("No space left on device");
                            }
                        }));
        agent.round();
        assertThat(stick.local().journal().all()).isEmpty();
        assertThat(stick.files("player")).isEmpty();

        full.set(false);
        agent.round();
        assertThat(trouble(stick)).as("the trust metadata still cannot be stored").isNotEmpty();
        Trees.delete(stick.directory().trust().resolve("timestamp.json"));
        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "two").build());
        agent.round();
        assertThat(trouble(stick)).isEmpty();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "two"));
    }

    /** A directory in a file's place is as good as a full disk. */
    private static void blockTheTimestamp(TestStick stick) throws IOException {
        Path timestamp = stick.directory().trust().resolve("timestamp.json");
        Files.delete(timestamp);
        Files.createDirectories(timestamp.resolve("in the way"));
    }

    private static String trouble(TestStick stick) throws Exception {
        return stick.local().contact().flatMap(Contact::trouble).orElse("");
    }
}
