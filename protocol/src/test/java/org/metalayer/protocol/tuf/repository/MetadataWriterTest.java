package org.metalayer.protocol.tuf.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metalayer.protocol.tuf.TestKeys.key;
import static org.metalayer.protocol.tuf.TestKeys.publicHalf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.tuf.TestKeys;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Snapshot;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;

class MetadataWriterTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(7));
    private static final RoleName CODE = RoleName.delegated("code");

    private final MetadataWriter writer = new MetadataWriter(NOW);
    private final SignedMetadata<Root> root =
            writer.root(Optional.empty(), LATER, topLevel()).signedWith(key("root"));
    private final SignedMetadata<Targets> targets =
            writer.targets(Optional.empty(), LATER, Map.of(), codeIsSignedByTwo())
                    .signedWith(key("targets"));
    private final SignedMetadata<Targets> code = signedByBoth(nextCode(Optional.empty()));

    @Test
    void whatItWritesIsReadAgainAndVerifies() {
        SignedMetadata<Root> read = SignedMetadata.root(root.raw());
        assertThat(read.signed()).isEqualTo(root.signed());
        assertThat(read.isSignedBy(root.signed().authority(RoleName.ROOT))).isTrue();
        assertThat(SignedMetadata.targets(targets.raw()).signed()).isEqualTo(targets.signed());
        assertThat(SignedMetadata.targets(code.raw()).signed()).isEqualTo(code.signed());
        var snapshot = snapshot(Optional.empty(), code);
        assertThat(SignedMetadata.snapshot(snapshot.raw()).signed()).isEqualTo(snapshot.signed());
        var timestamp = writer.timestamp(Optional.empty(), LATER, root, snapshot);
        assertThat(SignedMetadata.timestamp(timestamp.raw()).signed())
                .isEqualTo(timestamp.signed());
    }

    @Test
    void everyVersionIsOneAboveThePrevious() {
        assertThat(root.signed().version()).isEqualTo(1);
        assertThat(writer.root(Optional.of(root), LATER, topLevel()).signed().version())
                .isEqualTo(2);
        assertThat(nextCode(Optional.of(code)).signed().version()).isEqualTo(2);
    }

    @Test
    void signaturesMadeApartArePutTogether() {
        var pending = nextCode(Optional.empty());
        var robot = pending.signedWith(key("robot"));
        var human = SignedMetadata.targets(pending.raw()).signedWith(key("human"));
        var authority = authorityOfCode();
        assertThat(robot.isSignedBy(authority)).isFalse();
        assertThat(human.isSignedBy(authority)).isFalse();
        assertThat(robot.mergedWith(human).isSignedBy(authority)).isTrue();
        assertThat(robot.mergedWith(robot).isSignedBy(authority)).isFalse();
    }

    @Test
    void signaturesOfDifferentDocumentsAreNotPutTogether() {
        var first = nextCode(Optional.empty()).signedWith(key("robot"));
        var second = nextCode(Optional.of(code)).signedWith(key("human"));
        refused(() -> first.mergedWith(second), "two different documents");
    }

    @Test
    void refusesExpiryInThePast() {
        refused(() -> writer.root(Optional.empty(), NOW, topLevel()), "is past");
    }

    @Test
    void refusesAThresholdThatIsZeroOrCannotBeMet() {
        refused(() -> new RoleDefinition(0, List.of(publicHalf("a"))), "at least 1");
        refused(() -> new RoleDefinition(2, List.of(publicHalf("a"))), "2 signatures");
        refused(
                () -> new RoleDefinition(2, List.of(publicHalf("a"), publicHalf("a"))),
                "sign twice");
    }

    @Test
    void refusesARootWithoutATopLevelRole() {
        refused(
                () ->
                        writer.root(
                                Optional.empty(),
                                LATER,
                                Map.of(RoleName.ROOT, topLevel().get(RoleName.ROOT))),
                "exactly the roles");
    }

    @Test
    void refusesASnapshotThatLacksADelegatedRole() {
        refused(
                () ->
                        writer.snapshot(
                                Optional.empty(), LATER, root, Map.of(RoleName.TARGETS, targets)),
                "code is delegated to");
    }

    @Test
    void refusesASnapshotOfARoleNobodyDelegatesTo() {
        refused(
                () ->
                        writer.snapshot(
                                Optional.empty(),
                                LATER,
                                root,
                                Map.of(
                                        RoleName.TARGETS,
                                        targets,
                                        CODE,
                                        code,
                                        RoleName.delegated("x"),
                                        code)),
                "nobody delegates");
    }

    @Test
    void refusesASnapshotOfAnUnderSignedRole() {
        var robotOnly = nextCode(Optional.empty()).signedWith(key("robot"));
        refused(() -> snapshot(Optional.empty(), robotOnly), "1 of the 2 signatures");
    }

    @Test
    void refusesASnapshotWithAnOlderRole() {
        var newer = signedByBoth(nextCode(Optional.of(code)));
        var published = snapshot(Optional.empty(), newer);
        refused(() -> snapshot(Optional.of(published), code), "must stay, not older");
    }

    @Test
    void aRevokedKeyDoesNotHoldUpThePublicationThatRevokesIt() {
        var published = snapshot(Optional.empty(), code);
        var revoked =
                writer.targets(
                                Optional.of(targets),
                                LATER,
                                Map.of(),
                                delegations(2, "other robot", "human"))
                        .signedWith(key("targets"));
        var next =
                writer.snapshot(
                        Optional.of(published),
                        LATER,
                        root,
                        Map.of(RoleName.TARGETS, revoked, CODE, code));
        assertThat(next.signed().of(RoleName.TARGETS).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void refusesATimestampOfAnOlderOrUnsignedSnapshot() {
        var first = snapshot(Optional.empty(), code);
        var second = snapshot(Optional.of(first), code);
        var timestamp = writer.timestamp(Optional.empty(), LATER, root, second);
        refused(
                () -> writer.timestamp(Optional.of(timestamp), LATER, root, first),
                "published is 2 already");
        var unsigned = SignedMetadata.unsigned(first.signed());
        refused(
                () -> writer.timestamp(Optional.empty(), LATER, root, unsigned),
                "0 of the 1 signatures");
    }

    private SignedMetadata<Targets> nextCode(Optional<SignedMetadata<Targets>> previous) {
        TargetFile file =
                TargetFile.of(
                        "release".getBytes(UTF_8),
                        new JsonBuilder().put("component", "music-player").build());
        return writer.targets(
                previous, LATER, Map.of("code/music-player/1.json", file), Delegations.NONE);
    }

    private SignedMetadata<Snapshot> snapshot(
            Optional<SignedMetadata<Snapshot>> previous, SignedMetadata<Targets> ofCode) {
        return writer.snapshot(
                        previous, LATER, root, Map.of(RoleName.TARGETS, targets, CODE, ofCode))
                .signedWith(key("online"));
    }

    private Authority authorityOfCode() {
        Delegations delegations = targets.signed().delegations();
        return delegations.authority(delegations.roles().getFirst());
    }

    private static SignedMetadata<Targets> signedByBoth(SignedMetadata<Targets> metadata) {
        return metadata.signedWith(key("robot")).signedWith(key("human"));
    }

    private static Delegations codeIsSignedByTwo() {
        return delegations(2, "robot", "human");
    }

    private static Delegations delegations(int threshold, String... keys) {
        return RoleDefinition.delegations(
                List.of(definition(threshold, keys).delegation("code", List.of("code/*/*"), true)));
    }

    private static Map<RoleName, RoleDefinition> topLevel() {
        return Map.of(
                RoleName.ROOT, definition(1, "root"),
                RoleName.TARGETS, definition(1, "targets"),
                RoleName.SNAPSHOT, definition(1, "online"),
                RoleName.TIMESTAMP, definition(1, "online"));
    }

    private static RoleDefinition definition(int threshold, String... keys) {
        return new RoleDefinition(threshold, Stream.of(keys).map(TestKeys::publicHalf).toList());
    }

    private static void refused(ThrowingCallable call, String why) {
        assertThatThrownBy(call)
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining(why);
    }
}
