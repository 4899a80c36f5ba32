package org.metalayer.acceptance.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Background;
import org.metalayer.acceptance.harness.EmbeddedDatabase;
import org.metalayer.acceptance.harness.OrdinaryAccount;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.Up;

/** {@code up} by somebody who is not root, as on most machines. */
class OrdinaryAccountIT {
    @Test
    void hasItsOwnDatabaseAgainAfterAKillAndAfterAnOrderlyEnd() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            OrdinaryAccount account = OrdinaryAccount.in(scratch.root());
            Path data = account.directory("data");
            try (Up first = start(account, data)) {
                String id = stickOf(first);
                assertThat(first.family())
                        .as("Main System, database, agent")
                        .hasSizeGreaterThan(2)
                        .allMatch(process -> process.info().user().equals(account.name()));
                killAllAtOnce(first.process());
                assertThat(EmbeddedDatabase.process(data)).as("outlives a kill").isPresent();

                assertThat(lifeWith(account, data)).isEqualTo(id);
                assertThat(EmbeddedDatabase.process(data)).isEmpty();
                assertThat(lifeWith(account, data)).isEqualTo(id);
            }
        }
    }

    private static Up start(OrdinaryAccount account, Path data) {
        return Up.startAs(account, data, "--port", "0", "--sticks", "1");
    }

    /** Whatever is left of its programs when the first has ended would end in good order. */
    private static void killAllAtOnce(Background up) {
        List<ProcessHandle> started = up.descendants();
        up.signal("STOP");
        started.forEach(ProcessHandle::destroyForcibly);
        up.kill9();
        eventually(
                "the end of what it started",
                () -> assertThat(started).noneMatch(ProcessHandle::isAlive));
    }

    /** Starts and ends as a person would. */
    private static String lifeWith(OrdinaryAccount account, Path data) throws Exception {
        try (Up up = start(account, data)) {
            String id = stickOf(up);
            up.process().signal("INT");
            assertThat(up.process().exit()).isZero();
            return id;
        }
    }

    private static String stickOf(Up up) {
        return up.operator().accept("usb_001").text("id");
    }
}
