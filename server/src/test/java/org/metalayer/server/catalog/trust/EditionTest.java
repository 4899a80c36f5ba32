package org.metalayer.server.catalog.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published next, out of what was published before. */
class EditionTest {

    private static final Instant LONG_AGO = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private OnlineKeys online;

    @SuppressWarnings("NullAway.Init") // before each test
    private TrustState backup;

    @BeforeEach
    void firstStart() throws IOException {
        BegunTrust begun = BegunTrust.in(directory, LONG_AGO);
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

    /** What the state of the backup becomes when content is listed anew at that time. */
    private TrustState relisted(Instant now) {
        Edition edition = new Edition(backup, online, now);
        edition.relist(TrustRole.CONTENT, Map.of());
        return edition.seal();
    }
}
