package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.protocol.key.VerifyingKey;

/**
 * One answer of the Main System's as whoever has taken it over gives it, or a portal on the way.
 * The first byte says to which request, the second with which status; the rest is its body.
 */
class AnswersFuzzTest {

    private static final List<String> REQUESTS =
            List.of(
                    "/api/v1/stick/enrolments",
                    "/api/v1/stick/session-challenges",
                    "/api/v1/stick/sessions",
                    "/api/v1/stick/time",
                    "/api/v1/stick/check-ins",
                    "/api/v1/stick/upgrade-reports",
                    "/api/v1/stick/outcomes",
                    "/feed/v1/metadata/timestamp.json",
                    "/feed/v1/targets/",
                    "/feed/v1/blobs/");

    private static final int[] STATUS = {200, 401, 403, 404, 409, 429, 503};

    @FuzzTest
    void noAnswerTakesAnythingFromTheOwner(byte[] input) throws IOException {
        if (input.length < 2) {
            return;
        }
        Path directory = FastDisk.make();
        try (SimulatedMainSystem system = SimulatedMainSystem.start()) {
            TestStick stick = TestStick.in(directory, system.url(), "usb_001");
            system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
            stick.write("notes", "n.txt", "mine");
            stick.report("notes", "Notes");
            VerifyingKey key = key(stick);
            system.faults()
                    .answer(
                            REQUESTS.get((input[0] & 0xFF) % REQUESTS.size()),
                            STATUS[(input[1] & 0xFF) % STATUS.length],
                            Arrays.copyOfRange(input, 2, input.length));
            stick.round();
            stick.round();
            keepsWhatItHas(stick, key);
            assertThat(stick.trouble()).doesNotContainPattern("\\p{Cc}");

            system.faults().clear();
            stick.round();
            keepsWhatItHas(stick, key);
            boolean told = !system.outcomes().recorded().isEmpty();
            boolean waits = !stick.local().outcomeSpool().waiting().isEmpty();
            assertThat(stick.version("player") == 0 || told || waits || refusedAnOutcome(stick))
                    .as("what came of the installation is told, waits, or nobody wanted to hear it")
                    .isTrue();
        } finally {
            Trees.delete(directory);
        }
    }

    private static void keepsWhatItHas(TestStick stick, VerifyingKey key) throws IOException {
        assertThat(key(stick)).isEqualTo(key);
        assertThat(stick.files("notes")).isEqualTo(Map.of("n.txt", "mine"));
        assertThat(stick.files("player")).isIn(Map.of(), Map.of("a.txt", "one"));
        LocalParts local = stick.local();
        assertThat(local.reportSpool().waiting().size() + local.sentReports().all().size())
                .as("the report waits, or what became of it is known")
                .isEqualTo(1);
        assertThat(stick.directory().damagedReports()).doesNotExist();
    }

    private static boolean refusedAnOutcome(TestStick stick) {
        return stick.log().stream().anyMatch(line -> line.startsWith("an outcome was refused"));
    }

    private static VerifyingKey key(TestStick stick) throws IOException {
        return stick.local().identity().key().publicKey();
    }
}
