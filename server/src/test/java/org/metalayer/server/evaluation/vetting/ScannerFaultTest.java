package org.metalayer.server.evaluation.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.DecisionRecord;
import org.metalayer.server.evaluation.content.Part;
import org.metalayer.server.evaluation.malware.Clamd;
import org.metalayer.server.evaluation.malware.MalwareScanner;
import org.metalayer.server.evaluation.malware.Scan;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

/** The malware scanner as it should be, away, slow, and out of its mind. */
@QuarkusTest
@TestProfile(ScannerFaultTest.WithScanner.class)
class ScannerFaultTest {

    /** A Main System that has a scanner configured; whether it is there is up to each test. */
    public static final class WithScanner implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "metalayer.clamd.address",
                    socket().toString(),
                    "metalayer.clamd.timeout",
                    "PT5S");
        }
    }

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final long MOST = 1 << 20;

    /** {@code .ci/run} installs one, and would not want to miss that it did not. */
    private static final boolean MUST_BE_THERE =
            "required".equals(System.getenv("METALAYER_TEST_CLAMD"));

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Sql sql;
    @TempDir Path folder;

    private SimulatedStick stick;

    /** Short, because the path of a Unix socket may have at most 107 bytes. */
    private static Path socket() {
        return Path.of("/tmp/metalayer-clamd-%d.ctl".formatted(ProcessHandle.current().pid()));
    }

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
    }

    @AfterEach
    void end() throws IOException {
        Files.deleteIfExists(socket());
    }

    @Test
    void nothingIsApprovedWhileTheScannerIsAway() {
        DecisionRecord decision = story.decide(stick, Proposal.aFeature());

        assertThat(decision.ruling().verdict()).isEqualTo(Verdict.NEEDS_HUMAN);
        assertThat(decision.ruling().reasons())
                .containsExactly("malware: not scanned for malware: the scanner does not answer");
    }

    @Test
    void aRealScannerLetsCleanFilesPassAndSaysWithWhatItLooked() throws IOException {
        try (ClamdProcess _ = clamd("25M")) {
            DecisionRecord decision = story.decide(stick, Proposal.aFeature());

            assertThat(decision.ruling().verdict()).isEqualTo(Verdict.APPROVE);
            assertThat(decision.examination().stages())
                    .anySatisfy(each ->
                            assertThat(each.reason())
                                    .startsWith("malware: 2 files scanned by ClamAV "));
        }
    }

    static Stream<Sample> knownMalware() {
        return KnownMalware.samples();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("knownMalware")
    void aRealScannerFindsTheTestFileHoweverItIsPacked(Sample sample) throws IOException {
        try (ClamdProcess _ = clamd("25M")) {
            DecisionRecord decision = story.decide(stick, sample.proposal());

            assertThat(decision.ruling().verdict()).isEqualTo(Verdict.REJECT);
            assertThat(decision.ruling().reasons())
                    .singleElement()
                    .asString()
                    .startsWith(sample.caughtBy())
                    .contains("is known as Own.Test.Eicar");
            assertNothingIsDelivered();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SLOW", mode = EnumSource.Mode.EXCLUDE)
    void nothingIsApprovedOnWhatIsNoClearAnswer(FaultyScanner.Fault fault) throws IOException {
        try (FaultyScanner _ = FaultyScanner.of(fault, socket())) {
            DecisionRecord decision = story.decide(stick, Proposal.of(UpgradeType.BUGFIX));

            assertThat(decision.ruling().verdict()).isEqualTo(Verdict.NEEDS_HUMAN);
            assertThat(decision.ruling().reasons())
                    .singleElement()
                    .asString()
                    .startsWith("malware: ")
                    .contains("not scanned for malware: ");
            assertNothingIsDelivered();
        }
    }

    @Test
    void nothingIsApprovedOnAnAnswerThatComesTooLate() throws IOException {
        try (FaultyScanner _ = FaultyScanner.of(FaultyScanner.Fault.SLOW, socket())) {
            DecisionRecord decision = story.decide(stick, Proposal.of(UpgradeType.BUGFIX));

            assertThat(decision.ruling().verdict()).isEqualTo(Verdict.NEEDS_HUMAN);
            assertThat(decision.ruling().reasons())
                    .singleElement()
                    .asString()
                    .endsWith("was not scanned for malware: it did not answer within 5 seconds");
            assertNothingIsDelivered();
        }
    }

    @Test
    void aRealScannerAnswersAtAPortTooAndWhatItRefusesForItsSizeIsNoAnswer() throws IOException {
        int port = freePort();
        try (ClamdProcess _ = clamd("64K", port)) {
            Clamd scanner = new Clamd("127.0.0.1:" + port, MOST, LIMIT.multipliedBy(20));

            assertThat(scan(scanner, new byte[1000])).isEqualTo(new Scan.Clean());
            assertThat(scan(scanner, ClamdProcess.eicar()))
                    .isEqualTo(new Scan.Infected("Own.Test.Eicar.UNOFFICIAL"));
            assertThat(scan(scanner, new byte[500_000])).isInstanceOf(Scan.Unanswered.class);
        }
    }

    @Test
    void whatIsLargerThanTheLimitIsNotSent() throws IOException {
        Clamd scanner = new Clamd("127.0.0.1:1", 100, LIMIT);

        assertThat(scan(scanner, new byte[101]))
                .isEqualTo(new Scan.Unanswered("larger than the 100 bytes that are sent to it"));
    }

    @ParameterizedTest
    @EnumSource(FaultyScanner.Fault.class)
    void whateverIsNoClearAnswerIsNone(FaultyScanner.Fault fault) throws IOException {
        try (FaultyScanner faulty = FaultyScanner.of(fault)) {
            Clamd scanner = new Clamd(faulty.address(), MOST, LIMIT);

            assertThat(scan(scanner, new byte[300_000])).isInstanceOf(Scan.Unanswered.class);
        }
    }

    @Test
    void aScannerThatHangsIsWaitedForNoLongerThanTheLimitForAllFilesTogether() throws IOException {
        try (FaultyScanner faulty = FaultyScanner.of(FaultyScanner.Fault.HANGS);
                MalwareScanner.Session session = new Clamd(faulty.address(), MOST, LIMIT).open()) {
            assertThat(session.version()).isEmpty();
            for (int i = 0; i < 50; i++) {
                assertThat(session.scan(part(new byte[10])))
                        .isEqualTo(new Scan.Unanswered("it did not answer within 1 seconds"));
            }
        }
    }

    private ClamdProcess clamd(String most) throws IOException {
        return clamd(most, freePort());
    }

    private void assertNothingIsDelivered() {
        assertThat(sql.number("SELECT count(*) FROM release")).isZero();
        assertThat(sql.number("SELECT count(*) FROM rollout")).isZero();
    }

    private ClamdProcess clamd(String most, int port) throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(ClamdProcess.PROGRAM) || MUST_BE_THERE,
                "NOT TESTED against a real clamd: apt-get install clamav-daemon");
        return ClamdProcess.start(folder, socket(), port, most);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Scan scan(Clamd scanner, byte[] content) throws IOException {
        try (MalwareScanner.Session session = scanner.open()) {
            return session.scan(part(content));
        }
    }

    private static Part part(byte[] content) {
        return new Part(
                "a.bin",
                content.length,
                Arrays.copyOf(content, Math.min(content.length, 100)),
                0,
                () -> new java.io.ByteArrayInputStream(content));
    }
}
