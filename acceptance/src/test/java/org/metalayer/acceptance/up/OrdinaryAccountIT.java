package org.metalayer.acceptance.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
                ProcessHandle database = EmbeddedDatabase.process(data).orElseThrow();
                killAllBut(database, first.process());
                assertThat(database.isAlive()).as("outlives a kill").isTrue();

                assertThat(lifeWith(account, data)).isEqualTo(id);
                assertThat(EmbeddedDatabase.process(data)).isEmpty();
                assertThat(lifeWith(account, data)).isEqualTo(id);
            }
        }
    }

    private static Up start(OrdinaryAccount account, Path data) {
        return Up.startAs(account, data, "--port", "0", "--sticks", "1");
    }

    /**
     * At once: whatever is left of its programs when the first has ended would end in good order.
     */
    private static void killAllBut(ProcessHandle database, Background up) {
        List<ProcessHandle> databases =
                Stream.concat(Stream.of(database), database.descendants()).toList();
        List<ProcessHandle> started =
                up.descendants().stream().filter(each -> !databases.contains(each)).toList();
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
