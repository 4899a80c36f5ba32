package org.metalayer.server.catalog.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.tuf.client.ReadLimits;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;

/** What is published next, out of what was published before. */
class EditionTest {

    private static final Instant LONG_AGO = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private BegunTrust begun;

    @SuppressWarnings("NullAway.Init") // before each test
    private OnlineKeys online;

    @SuppressWarnings("NullAway.Init") // before each test
    private TrustState backup;

    @BeforeEach
    void firstStart() throws IOException {
        begun = BegunTrust.in(directory, LONG_AGO);
        online = begun.online();
        backup = begun.state();
    }

    @Test
    void theFirstMetadataIsWhatAClientAccepts() {
        ClientCheck.require(backup, backup, LONG_AGO);
        for (TrustRole role : TrustRole.values()) {
            assertThat(backup.of(role).isSignedBy(backup.authority(role))).isTrue();
        }
    }

    @Test
    void versionsDoNotFallWhenABackupIsRestored() {
        Instant lost = LONG_AGO.plus(Duration.ofDays(5));
        TrustState seen = relisted(lost);

        TrustState restored = relisted(lost.plus(Duration.ofHours(1)));

        for (TrustRole role : List.of(TrustRole.CONTENT, TrustRole.SNAPSHOT, TrustRole.TIMESTAMP)) {
            assertThat(restored.of(role).signed().version())
                    .isGreaterThan(seen.of(role).signed().version());
        }
        ClientCheck.require(seen, restored, lost.plus(Duration.ofHours(1)));
    }

    @Test
    void nothingIsSignedAgainBeforeHalfItsLife() {
        Edition young = new Edition(backup, online, LONG_AGO.plus(Duration.ofHours(11)));
        young.seal();
        assertThat(young.items()).isEmpty();

        Edition half = new Edition(backup, online, LONG_AGO.plus(Duration.ofHours(12)));
        half.seal();
        assertThat(half.items())
                .extracting(Edition.Item::role)
                .containsExactly(TrustRole.TIMESTAMP);
    }

    @Test
    void nobodyIsAskedToSignWhatTheirSignatureMakesTooLong() throws IOException {
        SigningKey person = begun.offline().key("release");
        int signed = prepared(0).orElseThrow().signedWith(person).raw().length;
        int room = Math.toIntExact(ReadLimits.bytes(TrustRole.CODE.roleName())) - signed;

        SignedMetadata<Targets> longest = prepared(room).orElseThrow().signedWith(person);

        assertThat(longest.isSignedBy(backup.authority(TrustRole.CODE))).isTrue();
        assertThat(ReadLimits.objectionTo(TrustRole.CODE.roleName(), longest.raw())).isEmpty();
        assertThat(prepared(room + 1)).isEmpty();
    }

    /** What awaits a person's signature for code with one release and so much said of it. */
    private Optional<SignedMetadata<Targets>> prepared(int length) {
        TargetFile release =
                TargetFile.of(
                        new byte[0], new JsonBuilder().put("text", "x".repeat(length)).build());
        return new Edition(backup, online, LONG_AGO)
                .prepare(TrustRole.CODE, Map.of("code/player/1.json", release));
    }

    /** What the state of the backup becomes when content is listed anew at that time. */
    private TrustState relisted(Instant now) {
        Edition edition = new Edition(backup, online, now);
        edition.relist(TrustRole.CONTENT, Map.of());
        return edition.seal();
    }
}
