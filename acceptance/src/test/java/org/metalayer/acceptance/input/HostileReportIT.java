package org.metalayer.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.metalayer.acceptance.harness.Draft;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Reply;
import org.metalayer.acceptance.harness.SharedSystem;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.key.SigningKey;

/** Documents that are forged, confused, replayed, oversized or no documents at all. */
@ExtendWith(SharedSystem.class)
class HostileReportIT {
    private static final byte[] CONTENT = "<p>hello</p>".getBytes(StandardCharsets.UTF_8);

    private final MainSystem system;
    private String moduleId;
    private WireStick stick;
    private Draft draft;

    HostileReportIT(MainSystem system) {
        this.system = system;
    }

    @BeforeEach
    void enrol() throws Exception {
        moduleId = Names.unique("hostile-report");
        stick = WireStick.accepted(system, moduleId);
        draft = stick.draft(Names.unique("forged")).file("index.html", CONTENT);
    }

    @Test
    void refusesAReportSignedByAnotherKey() throws Exception {
        SigningKey foreign = SigningKey.generate(new SecureRandom());
        assertRefused(stick.send(draft, foreign));
    }

    @Test
    void refusesAReportThatWasChangedAfterSigning() throws Exception {
        byte[] payload = draft.payload();
        String envelope =
                new String(
                        stick.envelope(PayloadType.UPGRADE_REPORT, payload),
                        StandardCharsets.US_ASCII);
        byte[] changed = payload.clone();
        changed[payload.length - 3] ^= 1;
        assertRefused(
                stick.sendEnvelope(
                        envelope.replace(base64(payload), base64(changed))
                                .getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void refusesADocumentOfAnotherTypeEvenWithARightSignature() throws Exception {
        assertRefused(stick.sendEnvelope(stick.envelope(PayloadType.OUTCOME, draft.payload())));
    }

    @Test
    void refusesAReportInTheNameOfAnotherStick() throws Exception {
        String other = Names.unique("innocent");
        WireStick.accepted(system, other);
        assertRefused(stick.send(draft.with("module_id", other)));
    }

    @Test
    void namesTheTypesThatExistWhenOneDoesNot() throws Exception {
        Reply reply = stick.send(draft.with("type", "turbo"));
        assertRefused(reply);
        assertThat(reply.detail())
                .contains("turbo", "feature", "performance", "bugfix", "security", "ux");
    }

    @Test
    void refusesTenMegabytesOfJson() throws Exception {
        byte[] huge = new byte[10_000_000];
        Arrays.fill(huge, (byte) ' ');
        huge[0] = '{';
        huge[huge.length - 1] = '}';
        Reply reply = stick.sendEnvelope(huge);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(413);
        assertThat(reply.problem()).isNotEmpty();
        assertThat(system.isReady()).isTrue();
    }

    @Test
    void refusesInvalidUtf8InsideAndOutsideTheEnvelope() throws Exception {
        byte[] payload = draft.payload();
        payload[indexOf(payload, 'A')] = (byte) 0xC3;
        assertRefused(stick.sendEnvelope(stick.envelope(PayloadType.UPGRADE_REPORT, payload)));
        assertRefused(stick.sendEnvelope(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'}));
    }

    @Test
    void refusesJsonThatTwoReadersWouldReadDifferently() throws Exception {
        String payload = new String(draft.payload(), StandardCharsets.UTF_8);
        String twice = payload.replaceFirst("\\{", "{\"type\":\"security\",");
        assertRefused(
                stick.sendEnvelope(
                        stick.envelope(
                                PayloadType.UPGRADE_REPORT,
                                twice.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void refusesBottomlessNesting() throws Exception {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertRefused(stick.sendEnvelope(deep.getBytes(StandardCharsets.US_ASCII)));
        assertThat(system.isReady()).isTrue();
    }

    @Test
    void takesTheSameBytesOnceHoweverOftenTheyCome() throws Exception {
        byte[] envelope = stick.envelope(PayloadType.UPGRADE_REPORT, draft.payload());
        stick.sendEnvelope(envelope).expect(201);
        stick.sendEnvelope(envelope).expect(200);
        stick.sendEnvelope(envelope).expect(200);
        assertThat(reportsWith(draft.reportId())).isEqualTo(1);
    }

    @Test
    void refusesAnIdThatComesBackWithOtherBytes() throws Exception {
        stick.send(draft).expect(201);
        Reply reply = stick.send(draft.with("description", "Something else"));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.problem()).isEqualTo("report-replayed");
        assertThat(
                        system.operator()
                                .view("/upgrade-reports/" + draft.reportId())
                                .text("description"))
                .isEqualTo("A change");
        assertThat(reportsWith(draft.reportId())).isEqualTo(1);
    }

    @Test
    void refusesAnotherSticksReportId() throws Exception {
        stick.send(draft).expect(201);
        WireStick other = WireStick.accepted(system, Names.unique("copycat"));
        assertThat(other.report(draft.reportId()).status()).isIn(403, 404);
    }

    private void assertRefused(Reply reply) throws Exception {
        assertThat(reply.status()).as(reply.toString()).isBetween(400, 422);
        assertThat(reply.problem()).as(reply.toString()).isNotEmpty();
        assertThat(reply.detail()).isNotBlank();
        assertThat(reportsWith(draft.reportId())).isZero();
    }

    private long reportsWith(UUID reportId) throws Exception {
        return system.operator().list("/upgrade-reports", java.util.Map.of()).stream()
                .filter(report -> report.text("id").equals(reportId.toString()))
                .count();
    }

    private static String base64(byte[] bytes) {
        return java.util.Base64.getEncoder().encodeToString(bytes);
    }

    private static int indexOf(byte[] bytes, char wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(wanted);
    }
}
