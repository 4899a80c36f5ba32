package org.metalayer.acceptance.kills;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Draft;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Operator;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.Trees;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPack;
import org.metalayer.protocol.blob.BlobPackWriter;

/** The Main System is killed; what it has acknowledged is there afterwards, once. */
@SuppressWarnings("NullAway.Init") // filled in before the tests
class ServerKilledIT {
    private static final int CHUNK = 4 << 20;

    private static Fleet fleet;

    @BeforeAll
    static void start() throws Exception {
        fleet = Fleet.start("server-killed", 3);
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    @Test
    void anUploadGoesOnWhereItWasAndEveryAcknowledgedReportIsThereOnce() throws Exception {
        try (Scratch scratch = Scratch.make();
                MainSystem system = MainSystem.start("killed-upload", scratch.root())) {
            WireStick stick = WireStick.accepted(system, "uploader");
            List<String> acknowledged = acknowledge(stick);
            byte[] big = new byte[4 * CHUNK];
            new Random(1).nextBytes(big);
            Sha256 name = Sha256.of(big);
            Draft draft = stick.draft("big").file("big.bin", big);
            stick.send(draft).expect(201);
            acknowledged.add(draft.reportId().toString());
            stick.append(name, 0, Arrays.copyOf(big, CHUNK)).expect(204);

            try (Socket _ = halfSent(system, stick, name, big)) {
                Path partial = system.data().resolve("blobs/partial");
                eventually(
                        "some of the second part has arrived",
                        () -> assertThat(bytesBelow(partial)).isGreaterThan(CHUNK));
                system.kill9();
            }
            system.restart();

            assertEachOnce(system.operator(), acknowledged);
            int offset = Integer.parseInt(stick.offset(name).expect(200).header("Upload-Offset"));
            assertThat(offset)
                    .as("acknowledged bytes are durable, and no byte that was not sent is there")
                    .isBetween(CHUNK, 2 * CHUNK);
            stick.append(name, offset, Arrays.copyOfRange(big, offset, big.length)).expect(204);
            assertThat(stick.send(draft).expect(200).json().texts("missing")).isEmpty();
            assertEachOnce(system.operator(), acknowledged);
        }
    }

    @Test
    void ofAPackThatWasCutOffNothingIsThereAndItCanBeSentAgain() throws Exception {
        try (Scratch scratch = Scratch.make();
                MainSystem system = MainSystem.start("killed-pack", scratch.root())) {
            WireStick stick = WireStick.accepted(system, "packer");
            List<byte[]> pages = pages(200);
            Draft draft = stick.draft("many");
            for (int i = 0; i < pages.size(); i++) {
                draft.file("page-%d.html".formatted(i), pages.get(i));
            }
            stick.send(draft).expect(201);
            byte[] pack = pack(pages);

            try (Socket _ = halfSent(system, stick, pack)) {
                Path unfinished = system.data().resolve("blobs/unfinished");
                eventually(
                        "some files of the pack have arrived",
                        () -> assertThat(filesBelow(unfinished)).isPositive());
                system.kill9();
            }
            system.restart();

            assertThat(filesBelow(system.data().resolve("blobs/unfinished"))).isZero();
            assertThat(stick.send(draft).expect(200).json().texts("missing")).hasSize(pages.size());
            stick.session().post("/api/v1/stick/blobs", BlobPack.MEDIA_TYPE, pack).expect(200);
            assertThat(stick.send(draft).expect(200).json().texts("missing")).isEmpty();
            assertEachOnce(system.operator(), List.of(draft.reportId().toString()));
        }
    }

    @Test
    void aRolloutGoesOnToTheLastStick() throws Exception {
        // Without them it cannot be over before the kill, whichever stick is drawn first.
        fleet.stick(2).kill9();
        fleet.stick(3).kill9();
        Owner maker = new Owner(fleet.stick(1));
        maker.puts(Programs.example("music-player"), "music-player");
        maker.reports("music-player", "bugfix", "A music player");
        Rollout rollout = Rollout.of(fleet.operator(), "music-player", 1);
        rollout.awaitState("running");

        fleet.system().kill9();
        fleet.system().restart();
        assertThat(rollout.view().text("state")).isEqualTo("running");
        assertThat(rollout.view().number("counts", "verified")).isLessThan(3);
        fleet.stick(2).start();
        fleet.stick(3).start();

        rollout.awaitVerified(3);
        rollout.awaitState("completed");
        assertThat(fleet.operator().reports("music-player")).hasSize(1);
        assertThat(fleet.operator().releases("music-player")).hasSize(1);
        for (StickProcess stick : fleet.sticks()) {
            assertThat(Trees.contents(stick.content("music-player")))
                    .isEqualTo(Trees.contents(Programs.example("music-player")));
        }
    }

    @Test
    void aReportMadeWhileTheMainSystemIsDownArrivesLaterAndOnce() throws Exception {
        fleet.system().kill9();
        Owner maker = new Owner(fleet.stick(1));
        maker.writes("letter", "index.html", "<!doctype html><title>Letter</title>");
        maker.reports("letter", "ux", "Written on a train");
        fleet.stick(1).kill9();
        fleet.stick(1).start();
        fleet.system().restart();
        eventually(
                "it has arrived", () -> assertThat(fleet.operator().releases("letter")).hasSize(1));
        assertThat(fleet.operator().reports("letter")).hasSize(1);
    }

    private static List<String> acknowledge(WireStick stick) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            byte[] page = ("<p>page " + i + "</p>").getBytes(StandardCharsets.UTF_8);
            Draft draft = stick.draft("small-" + i).file("index.html", page);
            stick.deliver(draft, page);
            ids.add(draft.reportId().toString());
        }
        return ids;
    }

    /** A second part of which only the half is sent. */
    private static Socket halfSent(MainSystem system, WireStick stick, Sha256 name, byte[] file)
            throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), system.url().getPort());
        String head =
                """
                PATCH /api/v1/stick/blobs/%s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/octet-stream\r
                Content-Length: %d\r
                Upload-Offset: %d\r
                \r
                """
                        .formatted(name, stick.token(), 2 * CHUNK, CHUNK);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(file, CHUNK, CHUNK);
        return socket;
    }

    private static List<byte[]> pages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<p>%d</p>".formatted(i).repeat(1000).getBytes(UTF_8))
                .toList();
    }

    private static byte[] pack(List<byte[]> files) throws IOException {
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        BlobPackWriter writer = new BlobPackWriter(pack);
        for (byte[] file : files) {
            writer.add(Sha256.of(file), file.length, new ByteArrayInputStream(file));
        }
        return pack.toByteArray();
    }

    /** A pack of which only the half is sent. */
    private static Socket halfSent(MainSystem system, WireStick stick, byte[] pack)
            throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), system.url().getPort());
        String head =
                """
                POST /api/v1/stick/blobs HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: %s\r
                Content-Length: %d\r
                \r
                """
                        .formatted(stick.token(), BlobPack.MEDIA_TYPE, pack.length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(pack, 0, pack.length / 2);
        return socket;
    }

    private static long filesBelow(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static long bytesBelow(Path directory) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static void assertEachOnce(Operator operator, List<String> acknowledged)
            throws Exception {
        assertThat(operator.list("/upgrade-reports", Map.of()))
                .extracting(report -> report.text("id"))
                .containsExactlyInAnyOrderElementsOf(acknowledged);
    }
}
