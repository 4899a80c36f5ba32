package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.VirtualStick;

/** What a hostile or broken stick can send as a report, and the answer it gets. */
@QuarkusTest
class HostileReportTest {

    private static final String EMPTY_SHA =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Inject SimulatedFleet fleet;
    @Inject Sql sql;

    private VirtualStick stick;
    private RequestSpecification session;

    @BeforeEach
    void begin() throws IOException {
        fleet.clear();
        stick = VirtualStick.accepted();
        session = stick.session();
    }

    @AfterEach
    void nothingWasStoredThatWasNotAcknowledged() {
        assertThat(sql.number("SELECT count(*) FROM release")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "../evil.html, must stay inside its component",
        "/etc/passwd, must be relative",
        "a//b.txt, empty folder name",
        "a/./b.txt, as a folder name",
        "a\\\\b.txt, backslash",
        "CON, reserves for a device",
        "aux.txt, reserves for a device",
        "trailing., ends in a dot",
        "a:b.txt, cannot store",
        "line\\nbreak.txt, invisible character",
        ".git/config, leave it out"
    })
    void pathsThatReachOutOrCannotBeStoredAreRefused(String path, String complaint) {
        refused(files(file(path, 0, "0644", EMPTY_SHA)), 400, "malformed-document", complaint);
    }

    @Test
    void pathsThatDifferOnlyInCaseAreRefused() {
        refused(
                files(
                        file("Readme.txt", 0, "0644", EMPTY_SHA),
                        file("README.txt", 0, "0644", EMPTY_SHA)),
                400,
                "malformed-document",
                "differ only in case");
    }

    @Test
    void aFileThatIsADirectoryTooIsRefused() {
        refused(
                files(file("a", 0, "0644", EMPTY_SHA), file("a/b", 0, "0644", EMPTY_SHA)),
                400,
                "malformed-document",
                "is a file and a directory");
    }

    @ParameterizedTest
    @CsvSource({"0120777", "0020666", "4755", "0777"})
    void linksDevicesAndOddModesAreRefused(String mode) {
        refused(files(file("a", 0, mode, EMPTY_SHA)), 400, "malformed-document", "0644 or 0755");
    }

    @Test
    void unknownTypesAreRefused() {
        refused(
                report("hack", files(file("a", 0, "0644", EMPTY_SHA))),
                400,
                "malformed-document",
                "type must be feature, performance, bugfix, security or ux");
    }

    @Test
    void aReportOfMoreThanEightMebibytesIsRefusedBeforeItIsParsed() {
        session.body(new byte[10 << 20])
                .post("/api/v1/stick/upgrade-reports")
                .then()
                .statusCode(413)
                .body("type", is("urn:metalayer:problem:too-large"));
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] payload = report("feature", files(file("a", 0, "0644", EMPTY_SHA)));
        payload[payload.length - 3] = (byte) 0xff;
        refused(payload, 400, "malformed-document", "");
    }

    @Test
    void aWrongSignatureIsRefused() {
        byte[] payload = report("feature", files(file("a", 0, "0644", EMPTY_SHA)));
        byte[] forged =
                Envelope.sign(PayloadType.UPGRADE_REPORT, payload, VirtualStick.fresh().key())
                        .encode();
        byte[] otherType = Envelope.sign(PayloadType.OUTCOME, payload, stick.key()).encode();

        send(forged).statusCode(422).body("type", containsString("signature"));
        send(otherType).statusCode(422).body("detail", containsString("expected a document"));
    }

    @Test
    void aStickReportsInItsOwnNameOnly() {
        String foreign =
                new String(
                                report("feature", files(file("a", 0, "0644", EMPTY_SHA))),
                                StandardCharsets.UTF_8)
                        .replace(stick.moduleId().value(), "usb_somebody_else");

        refused(
                foreign.getBytes(StandardCharsets.UTF_8),
                403,
                "not-your-report",
                "report in your own name");
    }

    @Test
    void aReplayWithOtherBytesIsRefusedAndWithTheSameBytesIsHarmless() {
        UUID id = UUID.randomUUID();
        byte[] first = sign(report(id, "feature", files(file("a", 0, "0644", EMPTY_SHA))));
        byte[] second = sign(report(id, "feature", files(file("b", 0, "0644", EMPTY_SHA))));

        send(first).statusCode(201);
        send(first).statusCode(200);
        send(second).statusCode(409).body("type", is("urn:metalayer:problem:report-replayed"));
        assertThat(sql.number("SELECT count(*) FROM upgrade_report")).isEqualTo(1);
    }

    @Test
    void anEmptyFileIsAFile() {
        // Whoever had one before left it in the store.
        sql.update("DELETE FROM artifact WHERE sha256 = ?", EMPTY_SHA);
        byte[] report = sign(report("feature", files(file("empty", 0, "0644", EMPTY_SHA))));
        send(report).statusCode(201);

        session.contentType("application/vnd.metalayer.blob-pack")
                .body(Proposal.empty().file("empty", "").pack())
                .post("/api/v1/stick/blobs")
                .then()
                .statusCode(200)
                .body("stored", is(1));

        send(report).statusCode(200).body("state", is("pending")).body("missing", empty());
    }

    @Test
    void aFileOfTwoGibibytesIsAwaitedAndOneAboveFourIsRefused() {
        String digest = "0".repeat(64);
        refused(
                files(file("big", (4L << 30) + 1, "0644", digest)),
                400,
                "malformed-document",
                "size of big must be");
        send(sign(report("feature", files(file("big", 2L << 30, "0644", digest)))))
                .statusCode(201)
                .body("missing", hasItem(digest));
    }

    @Test
    void oneContentHasOneSize() {
        refused(
                files(file("a", 1, "0644", "0".repeat(64)), file("b", 2, "0644", "0".repeat(64))),
                422,
                "wrong-size",
                "declared with 2 bytes");
    }

    @Test
    void aClockTenYearsOffDoesNotMatter() {
        String old =
                new String(
                                report("feature", files(file("a", 0, "0644", EMPTY_SHA))),
                                StandardCharsets.UTF_8)
                        .replace("2026-01-01", "2016-01-01");
        send(sign(old.getBytes(StandardCharsets.UTF_8))).statusCode(201);
    }

    @Test
    void theTwentyFirstOpenReportHasToWait() {
        for (int i = 0; i < 20; i++) {
            send(sign(report("feature", files(file("f" + i, 9, "0644", digestOf(i))))))
                    .statusCode(201);
        }
        send(sign(report("feature", files(file("f20", 9, "0644", digestOf(20))))))
                .statusCode(429)
                .header("Retry-After", "300")
                .body("type", is("urn:metalayer:problem:too-many-open-reports"));
    }

    @Test
    void anotherSticksReportIsNotShown() {
        UUID id = UUID.randomUUID();
        send(sign(report(id, "feature", files(file("a", 0, "0644", EMPTY_SHA))))).statusCode(201);

        session.get("/api/v1/stick/upgrade-reports/{id}", id).then().statusCode(200);
        VirtualStick.accepted()
                .session()
                .get("/api/v1/stick/upgrade-reports/{id}", id)
                .then()
                .statusCode(404);
    }

    private void refused(byte[] payload, int status, String slug, String complaint) {
        send(sign(payload))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("urn:metalayer:problem:" + slug))
                .body("detail", containsString(complaint));
        assertThat(sql.number("SELECT count(*) FROM upgrade_report")).isZero();
    }

    private void refused(String files, int status, String slug, String complaint) {
        refused(report("feature", files), status, slug, complaint);
    }

    private ValidatableResponse send(byte[] envelope) {
        return session.contentType("application/json")
                .body(envelope)
                .post("/api/v1/stick/upgrade-reports")
                .then();
    }

    private byte[] sign(byte[] payload) {
        return Envelope.sign(PayloadType.UPGRADE_REPORT, payload, stick.key()).encode();
    }

    private byte[] report(String type, String files) {
        return report(UUID.randomUUID(), type, files);
    }

    private byte[] report(UUID id, String type, String files) {
        return """
        {"report_id":"%s","module_id":"%s","module_name":"Stick","component":"music-player",
         "type":"%s","description":"Playlists","features":[],"claims":[],"parents":[],
         "files":[%s],"created_at":"2026-01-01T00:00:00Z"}\
        """
                .formatted(id, stick.moduleId(), type, files)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String files(String... files) {
        return String.join(",", files);
    }

    private static String file(String path, long size, String mode, String sha256) {
        return "{\"path\":\"%s\",\"size\":%d,\"mode\":\"%s\",\"sha256\":\"%s\"}"
                .formatted(path, size, mode, sha256);
    }

    private static String digestOf(int i) {
        return "%064x".formatted(i + 1);
    }
}
