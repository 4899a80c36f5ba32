package org.metalayer.server.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPack;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.VirtualStick;

/** What a pack costs follows what is sent, however much else its stick has announced. */
@QuarkusTest
class ManyAwaitedFilesTest {

    private static final int MOST = FileManifest.MAX_FILES;

    @Inject SimulatedFleet fleet;
    @Inject ArtifactStore artifacts;
    @Inject Sql sql;

    /** With a file that no test has stored. */
    private final Proposal sent =
            Proposal.aFeature().file("fresh.txt", UUID.randomUUID().toString());

    /** Another report, of which only the id is needed. */
    private final UUID another = UUID.randomUUID();

    @SuppressWarnings("NullAway.Init") // before each test
    private VirtualStick stick;

    @BeforeEach
    void announceMoreThanAPackCanHave() throws IOException {
        fleet.clear();
        stick = VirtualStick.accepted();
        submit().statusCode(201);
        sql.update(
                """
                INSERT INTO artifact_hold (holder, sha256, size)
                SELECT ?, encode(sha256(('awaited ' || i)::bytea), 'hex'), 1
                FROM generate_series(1, ?) AS i\
                """,
                sent.id(),
                2 * MOST);
    }

    @AfterEach
    void forgetThem() {
        sql.update("DELETE FROM artifact_hold WHERE holder IN (?, ?)", sent.id(), another);
    }

    @Test
    void noMoreAreLookedUpTogetherThanAskedFor() {
        assertThat(heldBeside("awaited 1", MOST)).hasSize(MOST);
        assertThat(heldBeside("awaited 1", 1)).hasSize(1);
    }

    @Test
    void thoseOfTheReportThatHasTheFileAreLookedUpAndNoOthers() {
        sql.update(
                "INSERT INTO artifact_hold (holder, sha256, size) VALUES (?, ?, 7)",
                another,
                digest("another").hex());

        assertThat(heldBeside("another", MOST)).isEqualTo(Map.of(digest("another"), 7L));
        assertThat(heldBeside("nobody's", MOST)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4000, 100", "33554432, 10000", "-1, 10000"})
    void thatIsWhatThePackCanHave(int length, int files) {
        assertThat(FileIntake.atOnce(length)).isEqualTo(files);
    }

    @Test
    void theOthersAreFoundOneByOne() {
        byte[] pack = sent.pack();
        assertThat(pack.length / BlobPack.FRAME_SIZE)
                .as("looked up together")
                .isLessThan(MOST / 10);

        pack(pack).statusCode(200).body("stored", is(sent.contents().size()));
        pack(Proposal.empty().file("other.txt", "nobody awaits this").pack())
                .statusCode(422)
                .body("type", is("urn:metalayer:problem:file-not-awaited"));
    }

    private Map<Sha256, Long> heldBeside(String content, int most) {
        return artifacts.heldBeside(List.of(sent.id(), another), digest(content), most);
    }

    private static Sha256 digest(String content) {
        return Sha256.of(content.getBytes(UTF_8));
    }

    private ValidatableResponse submit() {
        return stick.session()
                .body(sent.signed(stick.moduleId(), stick.key()))
                .post("/api/v1/stick/upgrade-reports")
                .then();
    }

    private ValidatableResponse pack(byte[] bytes) {
        return stick.session()
                .contentType(BlobPack.MEDIA_TYPE)
                .body(bytes)
                .post("/api/v1/stick/blobs")
                .then();
    }
}
