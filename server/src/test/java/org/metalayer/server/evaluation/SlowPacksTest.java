package org.metalayer.server.evaluation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.metalayer.protocol.blob.BlobPack;
import org.metalayer.server.testing.MainSystemResource;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SlowRequests;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestTicker;
import org.metalayer.server.testing.VirtualStick;

/** As many sticks as fill the room for packs, each of which begins one and does not go on. */
@QuarkusTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SlowPacksTest {

    private static final String BLOBS = "/api/v1/stick/blobs";
    private static final int FILL_IT = 12;
    private static final int LENGTH = 4_000_000;
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
    void giveWayToWhoeverWaits() throws Exception {
        for (int i = 0; i < FILL_IT; i++) {
            beginPack(VirtualStick.accepted());
        }
        ticker.skip(Duration.ofSeconds(6));
        VirtualStick decent = VirtualStick.accepted();
        Proposal proposal = report(decent);

        decent.session()
                .contentType(BlobPack.MEDIA_TYPE)
                .body(proposal.pack())
                .post(BLOBS)
                .then()
                .statusCode(200)
                .body("stored", is(3));

        assertThat(firstAnswer())
                .startsWith("HTTP/1.1 503 ")
                .contains("urn:metalayer:problem:too-slow");
    }

    /** The head of a long pack and half of its first file; it has room when this returns. */
    private void beginPack(VirtualStick stick) throws Exception {
        Proposal proposal = report(stick);
        String token = stick.openSession().then().statusCode(200).extract().path("token");
        byte[] begun = Arrays.copyOf(proposal.pack(), BlobPack.FRAME_SIZE + 1);
        slow.begin(BLOBS, token, BlobPack.MEDIA_TYPE, LENGTH, begun);
        while (underWay() < slow.connections().size()) {
            // As long as the test may take: unlike spinning, this ends then.
            Thread.sleep(PAUSE);
        }
    }

    private static long underWay() throws IOException {
        try (Stream<Path> packs =
                Files.list(MainSystemResource.data().resolve("blobs").resolve("unfinished"))) {
            return packs.count();
        }
    }

    /** The only one that is answered has all of it, and the end of the connection behind. */
    private String firstAnswer() throws Exception {
        while (true) {
            for (Socket each : slow.connections()) {
                if (each.getInputStream().available() > 0) {
                    return new String(each.getInputStream().readAllBytes(), US_ASCII);
                }
            }
            Thread.sleep(PAUSE);
        }
    }

    private static Proposal report(VirtualStick stick) {
        Proposal proposal = Proposal.aFeature().file("own.txt", stick.moduleId().value());
        stick.session()
                .body(proposal.signed(stick.moduleId(), stick.key()))
                .post("/api/v1/stick/upgrade-reports")
                .then()
                .statusCode(201);
        return proposal;
    }
}
