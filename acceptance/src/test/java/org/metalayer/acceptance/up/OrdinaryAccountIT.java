package org.metalayer.acceptance.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
                first.process().kill9();
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
