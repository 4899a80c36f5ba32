package org.metalayer.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.metalayer.acceptance.harness.Draft;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Reply;
import org.metalayer.acceptance.harness.SharedSystem;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.Sha256;

/** What arrives is what was announced, byte for byte, or it does not count. */
@ExtendWith(SharedSystem.class)
class UploadIT {
    private static final int CHUNK = 1 << 20;

    private final MainSystem system;
    private WireStick stick;

    UploadIT(MainSystem system) {
        this.system = system;
    }

    @BeforeEach
    void enrol() throws Exception {
        stick = WireStick.accepted(system, Names.unique("uploader"));
    }

    @Test
    void refusesAFileWithAnotherHashThanAnnounced() throws Exception {
        byte[] announced = text("announced");
        Draft draft = draft().file("index.html", announced);
        stick.send(draft).expect(201);

        Reply reply = stick.upload(Sha256.of(announced), text("different"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("digest-mismatch");
        assertAwaits(draft, announced);

        stick.upload(Sha256.of(announced), announced).expect(200);
        assertThat(stick.send(draft).expect(200).json().text("state"))
                .isNotEqualTo("awaiting_files");
    }

    @Test
    void refusesAPayloadThatIsLargerThanItsManifestSays() throws Exception {
        byte[] content = text("eleven byte");
        Draft draft = draft().file("index.html", 10, Sha256.of(content));
        stick.send(draft).expect(201);

        Reply reply = stick.upload(Sha256.of(content), content);
        assertThat(reply.status()).as(reply.toString()).isIn(400, 409, 413, 422);
        assertThat(reply.problem()).isNotEmpty();
        assertAwaits(draft, content);
    }

    @Test
    void refusesAPayloadThatIsSmallerThanItsManifestSays() throws Exception {
        byte[] content = text("eleven byte");
        Draft draft = draft().file("index.html", 12, Sha256.of(content));
        stick.send(draft).expect(201);

        Reply reply = stick.upload(Sha256.of(content), content);
        assertThat(reply.status()).as(reply.toString()).isIn(400, 409, 413, 422);
        assertThat(reply.problem()).isNotEmpty();
        assertAwaits(draft, content);
    }

    @Test
    void refusesAManifestThatGivesOneContentTwoSizes() throws Exception {
        byte[] content = text("one content");
        Draft draft = draft().file("a.html", content).file("b.html", 3, Sha256.of(content));
        Reply reply = stick.send(draft);
        assertThat(reply.status()).as(reply.toString()).isIn(400, 422);
        assertThat(reply.problem()).isNotEmpty();
    }

    @Test
    void refusesAFileThatNoReportAwaits() throws Exception {
        byte[] stray = text("stray");
        Reply reply = stick.upload(Sha256.of(stray), stray);
        assertThat(reply.status()).as(reply.toString()).isBetween(400, 422);
        assertThat(reply.problem()).isNotEmpty();
    }

    @Test
    void refusesAFileThatAnotherStickAwaits() throws Exception {
        byte[] content = text("mine " + Names.unique("content"));
        stick.send(draft().file("index.html", content)).expect(201);
        WireStick other = WireStick.accepted(system, Names.unique("intruder"));
        assertThat(other.upload(Sha256.of(content), content).status()).isBetween(400, 422);
    }

    @Test
    void takesAnEmptyFile() throws Exception {
        byte[] empty = {};
        byte[] page = text("<p>page</p>");
        Draft draft = draft().file("empty.txt", empty).file("index.html", page);
        stick.send(draft).expect(201);
        stick.upload(Sha256.of(page), page).expect(200);
        // An empty content is the same everywhere: it may already be there.
        if (stick.report(draft.reportId())
                .json()
                .texts("missing")
                .contains(Sha256.of(empty).hex())) {
            stick.upload(Sha256.of(empty), empty).expect(200);
        }
        assertThat(stick.send(draft).expect(200).json().texts("missing")).isEmpty();
    }

    @Test
    void saysWhereAnUploadGoesOnWhenItIsResumedAtTheWrongPlace() throws Exception {
        byte[] large = large(1);
        Sha256 name = Sha256.of(large);
        stick.send(draft().file("large.bin", large)).expect(201);
        stick.append(name, 0, Arrays.copyOf(large, CHUNK)).expect(204);

        Reply wrong = stick.append(name, 17, new byte[] {1});
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.problem()).isEqualTo("wrong-offset");
        assertThat(wrong.header("Upload-Offset")).isEqualTo(Integer.toString(CHUNK));

        stick.append(name, CHUNK, Arrays.copyOfRange(large, CHUNK, large.length)).expect(204);
        assertThat(stick.offset(name).header("Upload-Complete")).isEqualTo("?1");
    }

    @Test
    void dropsALargeFileWhoseHashIsWrongInTheEnd() throws Exception {
        byte[] large = large(2);
        Sha256 name = Sha256.of(large);
        Draft draft = draft().file("large.bin", large);
        stick.send(draft).expect(201);

        byte[] other = large.clone();
        other[7] ^= 1;
        Reply reply = stick.append(name, 0, other);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("digest-mismatch");
        assertThat(stick.offset(name).header("Upload-Offset")).isEqualTo("0");
        assertAwaits(draft, large);
    }

    private Draft draft() {
        return stick.draft(Names.unique("upload"));
    }

    private void assertAwaits(Draft draft, byte[] content) throws Exception {
        Reply report = stick.report(draft.reportId()).expect(200);
        assertThat(report.json().text("state")).isEqualTo("awaiting_files");
        assertThat(report.json().texts("missing")).containsExactly(Sha256.of(content).hex());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] large(int seed) {
        byte[] bytes = new byte[3 * CHUNK];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
