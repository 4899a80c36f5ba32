package org.metalayer.server.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPack;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.platform.rest.PlacesPerSender;
import org.metalayer.server.testing.MainSystemResource;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.VirtualStick;

/** How the files of reports come in, whole or in parts, right or wrong. */
@QuarkusTest
class FileUploadTest {

    private static final String PART = "application/partial-upload";
    private static final int BIG = 3 << 20;

    @Inject SimulatedFleet fleet;
    @Inject ArtifactStore artifacts;
    @Inject PlacesPerSender places;
    @Inject Sql sql;

    private VirtualStick stick;
    private byte[] content = {};
    private Sha256 digest;
    private Proposal proposal;

    @BeforeEach
    void report() throws IOException {
        fleet.clear();
        stick = VirtualStick.accepted();
        content = new byte[BIG];
        new Random().nextBytes(content);
        digest = Sha256.of(content);
        proposal = Proposal.empty().file("song.bin", content);
        submit(proposal).statusCode(201).body("state", is("awaiting_files"));
    }

    @Test
    void aLargeFileComesInPartsAndTheLastOneCompletesIt() throws IOException {
        part(0, Arrays.copyOf(content, 1 << 20))
                .statusCode(204)
                .header("Upload-Offset", "1048576")
                .header("Upload-Complete", "?0");
        head().header("Upload-Offset", "1048576").header("Upload-Complete", "?0");
        part(1 << 20, Arrays.copyOfRange(content, 1 << 20, BIG))
                .statusCode(204)
                .header("Upload-Offset", Integer.toString(BIG))
                .header("Upload-Complete", "?1");

        head().header("Upload-Complete", "?1");
        submit(proposal).statusCode(200).body("state", is("pending"));
        assertThat(artifacts.open(digest).readAllBytes()).isEqualTo(content);
    }

    @Test
    void aWrongOffsetIsAnsweredWithTheRightOne() {
        part(0, Arrays.copyOf(content, 100)).statusCode(204);

        part(50, Arrays.copyOfRange(content, 50, 200))
                .statusCode(409)
                .header("Upload-Offset", "100")
                .body("type", is("urn:metalayer:problem:wrong-offset"))
                .body("offset", is(100));
    }

    @Test
    void wrongBytesAreDroppedAndCanBeSentAgain() {
        byte[] wrong = content.clone();
        wrong[17] ^= 1;

        part(0, wrong).statusCode(422).body("type", is("urn:metalayer:problem:digest-mismatch"));

        head().header("Upload-Offset", "0");
        part(0, content).statusCode(204).header("Upload-Complete", "?1");
    }

    @Test
    void moreThanDeclaredIsRefusedAndWhatWasThereIsKept() {
        part(0, Arrays.copyOf(content, 100)).statusCode(204);

        part(100, Arrays.copyOf(content, BIG))
                .statusCode(422)
                .body("type", is("urn:metalayer:problem:wrong-size"));

        head().header("Upload-Offset", "100");
    }

    @Test
    void whatAKilledProcessLeftIsReadAgainBeforeItIsBelieved() throws IOException {
        part(0, Arrays.copyOf(content, 100)).statusCode(204);
        Path partial = newestIn("partial");
        Files.write(partial, new byte[200]);

        head().header("Upload-Offset", "200");
        part(200, Arrays.copyOfRange(content, 200, BIG)).statusCode(422);

        part(0, content).statusCode(204).header("Upload-Complete", "?1");
    }

    @Test
    void allBytesWithoutARowAreNotCompleteAndAnEmptyPartStoresThem() throws IOException {
        part(0, Arrays.copyOf(content, 100)).statusCode(204);
        Files.write(newestIn("partial"), content);

        head().header("Upload-Offset", Integer.toString(BIG)).header("Upload-Complete", "?0");
        submit(proposal).statusCode(200).body("state", is("awaiting_files"));
        part(BIG, new byte[0]).statusCode(204).header("Upload-Complete", "?1");

        head().header("Upload-Offset", Integer.toString(BIG)).header("Upload-Complete", "?1");
        submit(proposal).statusCode(200).body("state", is("pending"));
    }

    @Test
    void whatWasPlacedBeforeStoringFailedIsFoundByTheNextEmptyPart() throws IOException {
        part(0, Arrays.copyOf(content, 100)).statusCode(204);
        Path partial = newestIn("partial");
        Files.write(partial, content);
        Files.move(partial, artifacts.path(digest));

        head().header("Upload-Offset", Integer.toString(BIG)).header("Upload-Complete", "?0");
        part(BIG, new byte[0]).statusCode(204).header("Upload-Complete", "?1");

        submit(proposal).statusCode(200).body("state", is("pending"));
        assertThat(artifacts.open(digest).readAllBytes()).isEqualTo(content);
    }

    /** Nobody who places a file has to know whether its directory's own name is durable yet. */
    @Test
    void everyDirectoryOfArtifactsIsMadeAtTheStart() throws IOException {
        assertThat(filesIn(""))
                .extracting(path -> path.getFileName().toString())
                .filteredOn(name -> name.matches("[0-9a-f]{2}"))
                .hasSize(256);
    }

    @Test
    void aFileWithoutARowIsALeftoverAndReplaced() throws IOException {
        Path place = artifacts.path(digest);
        Files.write(place, new byte[BIG]);

        part(0, content).statusCode(204).header("Upload-Complete", "?1");

        assertThat(artifacts.open(digest).readAllBytes()).isEqualTo(content);
    }

    @Test
    void onlyAwaitedFilesAreTaken() {
        Sha256 other = Sha256.of("other".getBytes(UTF_8));

        stick.session().head("/api/v1/stick/blobs/{digest}", other.hex()).then().statusCode(422);
        stick.session()
                .header("Upload-Offset", 0)
                .contentType(PART)
                .body("other".getBytes(UTF_8))
                .patch("/api/v1/stick/blobs/{digest}", other.hex())
                .then()
                .statusCode(422)
                .body("type", is("urn:metalayer:problem:file-not-awaited"));
        pack(Proposal.aFeature().pack())
                .statusCode(422)
                .body("type", is("urn:metalayer:problem:file-not-awaited"));
    }

    @Test
    void ofAFileThatIsNotAwaitedNoByteIsWaitedFor() {
        byte[] pack = Proposal.aFeature().pack();

        pack(Arrays.copyOf(pack, BlobPack.FRAME_SIZE))
                .statusCode(422)
                .body("type", is("urn:metalayer:problem:file-not-awaited"));
    }

    @Test
    void oneStickHasOnlySoManyUnderWay() {
        UUID sender = stick.id();
        List<PlacesPerSender.Place> underWay =
                Stream.generate(() -> places.take(sender)).limit(4).toList();

        pack(Proposal.aFeature().pack()).statusCode(429).header("Retry-After", "10");
        part(0, new byte[1]).statusCode(429).header("Retry-After", "10");
        ask().statusCode(429).header("Retry-After", "10");

        underWay.forEach(PlacesPerSender.Place::close);
        for (int i = 0; i < 5; i++) {
            part(i, Arrays.copyOfRange(content, i, i + 1)).statusCode(204);
        }
        part(5, Arrays.copyOfRange(content, 5, BIG)).header("Upload-Complete", "?1");
    }

    @Test
    void anotherSticksAwaitedFileIsNotTaken() {
        VirtualStick.accepted()
                .session()
                .head("/api/v1/stick/blobs/{digest}", digest.hex())
                .then()
                .statusCode(422);
    }

    @Test
    void ofAPackWithOneWrongFileNothingIsStored() throws IOException {
        Proposal small =
                Proposal.empty()
                        .file("a.txt", "first of pack " + digest)
                        .file("b.txt", "second of pack " + digest);
        submit(small).statusCode(201);
        byte[] pack = small.pack();
        pack[pack.length - 1] ^= 1;

        pack(pack)
                .statusCode(422)
                .body("type", is("urn:metalayer:problem:digest-mismatch"))
                .body("detail", containsString("nothing of the pack was stored"));

        assertThat(artifacts.sizes(small.report(stick.moduleId()).files().digests())).isEmpty();
        assertThat(filesIn("unfinished")).isEmpty();
        pack(small.pack()).statusCode(200).body("stored", is(2));
    }

    @Test
    void aPackThatEndsInTheMiddleIsRefused() throws IOException {
        Proposal small = Proposal.empty().file("a.txt", "cut short " + digest);
        submit(small).statusCode(201);
        byte[] pack = small.pack();

        pack(Arrays.copyOf(pack, pack.length - 3))
                .statusCode(400)
                .body("detail", containsString("ends in the middle"));

        assertThat(filesIn("unfinished")).isEmpty();
    }

    @Test
    void aPartWithoutAnOffsetIsRefused() {
        stick.session()
                .contentType(PART)
                .body(content)
                .patch("/api/v1/stick/blobs/{digest}", digest.hex())
                .then()
                .statusCode(400);
    }

    @Test
    void somethingElseThanADigestIsRefused() {
        stick.session()
                .head("/api/v1/stick/blobs/{digest}", "..%2f..%2fkeys")
                .then()
                .statusCode(400);
    }

    private ValidatableResponse submit(Proposal proposed) {
        return stick.session()
                .body(proposed.signed(stick.moduleId(), stick.key()))
                .post("/api/v1/stick/upgrade-reports")
                .then();
    }

    private ValidatableResponse part(long offset, byte[] bytes) {
        return stick.session()
                .header("Upload-Offset", offset)
                .contentType(PART)
                .body(bytes)
                .patch("/api/v1/stick/blobs/{digest}", digest.hex())
                .then();
    }

    private ValidatableResponse pack(byte[] bytes) {
        return stick.session()
                .contentType("application/vnd.metalayer.blob-pack")
                .body(bytes)
                .post("/api/v1/stick/blobs")
                .then();
    }

    private ValidatableResponse head() {
        return ask().statusCode(200);
    }

    private ValidatableResponse ask() {
        return stick.session().head("/api/v1/stick/blobs/{digest}", digest.hex()).then();
    }

    private static Path newestIn(String directory) throws IOException {
        return filesIn(directory).stream()
                .max(Comparator.comparing(FileUploadTest::changed))
                .orElseThrow();
    }

    private static List<Path> filesIn(String directory) throws IOException {
        Path path = MainSystemResource.data().resolve("blobs").resolve(directory);
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
