package org.metalayer.server.platform.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.metalayer.server.testing.LogRecords;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SlowRequests;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestTicker;
import org.metalayer.server.testing.VirtualStick;

/** Connections that begin a large body and hardly go on. */
@QuarkusTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SlowSendersTest {

    private static final String REPORTS = "/api/v1/stick/upgrade-reports";
    private static final int BEGUN = 100 << 10;
    private static final int OF_ONE_STICK = 4;
    private static final int LENGTH = 1_000_000;
    private static final int PAUSE = 10;

    @TestHTTPResource("/")
    URI root;

    @Inject SimulatedFleet fleet;
    @Inject TestTicker ticker;

    @SuppressWarnings("NullAway.Init") // before each test
    private SlowRequests slow;

    @BeforeEach
    void begin() throws IOException {
        slow = new SlowRequests(root);
        TestClock.reset();
        fleet.clear();
    }

    @AfterEach
    void hangUp() throws IOException {
        slow.close();
    }

    @Test
    void keepNoOtherSticksReportOut() throws Exception {
        for (int i = 0; i < 3; i++) {
            beginAll(VirtualStick.accepted());
        }
        VirtualStick decent = VirtualStick.accepted();

        decent.session()
                .body(large(decent))
                .post(REPORTS)
                .then()
                .statusCode(201)
                .body("state", equalTo("awaiting_files"));
    }

    @Test
    void areEndedAfterAWhile() throws Exception {
        VirtualStick stick = VirtualStick.accepted();
        beginAll(stick);
        ticker.skip(Duration.ofMinutes(5));

        for (Socket each : slow.connections()) {
            goOn(each);
            String answer = new String(each.getInputStream().readAllBytes(), US_ASCII);
            assertThat(answer)
                    .startsWith("HTTP/1.1 503 ")
                    .contains("urn:metalayer:problem:too-slow");
        }
        stick.session().body(large(stick)).post(REPORTS).then().statusCode(201);
    }

    @Test
    void areNoErrorWhenTheyHangUp() throws Exception {
        try (LogRecords records = LogRecords.of(ProblemMappers.class)) {
            beginAll(VirtualStick.accepted());
            hangUp();
            for (int i = 0; i < slow.connections().size(); i++) {
                LogRecord entry = records.next();
                assertThat(entry.getLevel()).isEqualTo(Level.INFO);
                assertThat(entry.getThrown()).isNull();
            }
        }
    }

    private static void goOn(Socket slow) throws IOException {
        try {
            slow.getOutputStream().write(' ');
        } catch (SocketException ended) {
            // The end of what was sent before came late already; the answer lies ready.
            assertThat(ended).hasMessageContaining("Broken pipe");
        }
    }

    /** As many as one stick may have under way, and no answer yet. */
    private void beginAll(VirtualStick stick) throws Exception {
        String token = stick.openSession().then().statusCode(200).extract().path("token");
        for (int i = 0; i < OF_ONE_STICK; i++) {
            slow.begin(REPORTS, token, "application/json", LENGTH, new byte[BEGUN]);
        }
        while (VirtualStick.with(token).body("{}").post(REPORTS).statusCode() != 429) {
            Thread.sleep(PAUSE); // unlike spinning, this ends when the test has taken too long
        }
    }

    private static byte[] large(VirtualStick stick) {
        Proposal proposal = Proposal.aFeature();
        for (int i = 0; i < 1_000; i++) {
            proposal.file("songs/%d.txt".formatted(i), "la " + i);
        }
        byte[] envelope = proposal.signed(stick.moduleId(), stick.key());
        assertThat(envelope.length).isGreaterThan(BEGUN);
        return envelope;
    }
}
