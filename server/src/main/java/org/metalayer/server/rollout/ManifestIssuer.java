package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.message.EntryState;
import org.metalayer.server.platform.persistence.Turns;

/**
 * Issues a new deployment manifest when, and only when, there is something new to say. The director
 * signs it by listing it ({@link ManifestTargets}).
 */
@ApplicationScoped
class ManifestIssuer {

    @Inject ManifestRepository repository;
    @Inject ManifestBuilder builder;
    @Inject RolloutRepository rollouts;
    @Inject Turns turns;
    @Inject InstantSource clock;

    /** One at a time issues, so that no two histories arise. */
    @Transactional
    void issueIfChanged() {
        turns.take("deployment manifest");
        DeploymentManifest content = builder.content();
        Sha256 digest = Sha256.of(Json.write(content.write()));
        Optional<ManifestEntity> newest = repository.newest();
        if (newest.filter(last -> last.content().equals(digest)).isEmpty()) {
            issue(content, digest, next(newest));
        }
    }

    /**
     * Never behind the seconds since 1970, so that a Main System that was restored from a backup
     * does not count again what its sticks have seen.
     */
    private long next(Optional<ManifestEntity> newest) {
        long counted = newest.map(last -> last.sequence() + 1).orElse(1L);
        return Math.max(counted, clock.instant().getEpochSecond());
    }

    private void issue(DeploymentManifest content, Sha256 digest, long sequence) {
        Instant now = clock.instant();
        DeploymentManifest manifest =
                new DeploymentManifest(sequence, now, content.entries(), content.withdrawn());
        byte[] document = Json.write(manifest.write());
        ManifestRoom.requireReadable(document);
        repository.persist(new ManifestEntity(sequence, digest, document, now));
        rollouts.announce(scheduled(content), now);
    }

    private static List<UUID> scheduled(DeploymentManifest content) {
        return content.entries().stream()
                .filter(entry -> entry.state() == EntryState.SCHEDULED)
                .map(DeploymentEntry::rolloutId)
                .toList();
    }
}
