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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestTicker;
import org.metalayer.server.testing.VirtualStick;

/** As many sticks as fill the room for packs, each of which begins one and does not go on. */
@QuarkusTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SlowPacksTest {

    private static final String BLOBS = "/api/v1/stick/blobs";
    private static final int FILL_IT = 12;
    private static final int PATIENCE = 30_000;

    @TestHTTPResource("/")
    URI root;

    @Inject SimulatedFleet fleet;
    @Inject TestTicker ticker;

    private final List<Socket> open = new ArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket each : open) {
            each.close();
        }
    }

    @Test
    void giveWayToWhoeverWaits() throws IOException {
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
    private void beginPack(VirtualStick stick) throws IOException {
        Proposal proposal = report(stick);
        String token = stick.openSession().then().statusCode(200).extract().path("token");
        Socket socket = new Socket(root.getHost(), root.getPort());
        open.add(socket);
        byte[] pack = proposal.pack();
        socket.getOutputStream().write(head(token).getBytes(US_ASCII));
        socket.getOutputStream().write(Arrays.copyOf(pack, BlobPack.FRAME_SIZE + 1));
        while (underWay() < open.size()) {
            Thread.onSpinWait();
        }
    }

    private static long underWay() throws IOException {
        try (Stream<Path> packs =
                Files.list(MainSystemResource.data().resolve("blobs").resolve("unfinished"))) {
            return packs.count();
        }
    }

    /** Of the first that is answered. */
    private String firstAnswer() throws IOException {
        byte[] answer = new byte[4096];
        int read = 0;
        for (int i = 0; read == 0; i = (i + 1) % open.size()) {
            if (open.get(i).getInputStream().available() > 0) {
                open.get(i).setSoTimeout(PATIENCE);
                read = open.get(i).getInputStream().read(answer);
            }
        }
        return new String(answer, 0, read, US_ASCII);
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

    private static String head(String token) {
        return """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: %s\r
        Content-Length: 4000000\r
        \r
        """
                .formatted(BLOBS, token, BlobPack.MEDIA_TYPE);
    }
}
