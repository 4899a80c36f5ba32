package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.server.catalog.feed.Feed;
import org.metalayer.server.catalog.trust.TargetSource;
import org.metalayer.server.catalog.trust.TrustRole;

/** Lists the newest deployment manifest as the director's only target. */
@ApplicationScoped
class ManifestTargets implements TargetSource {

    private static final String SEQUENCE = "sequence";

    @Inject ManifestRepository repository;
    @Inject Feed feed;

    @Override
    public boolean speaksFor(TrustRole role) {
        return role == TrustRole.DIRECTOR;
    }

    @Override
    public Map<String, TargetFile> wanted(TrustRole role) {
        return repository
                .newest()
                .map(newest ->
                        Map.of(
                                Director.MANIFEST,
                                TargetFile.of(
                                        newest.document(),
                                        new JsonBuilder()
                                                .put(SEQUENCE, newest.sequence())
                                                .build())))
                .orElse(Map.of());
    }

    @Override
    public Map<String, byte[]> inMemory(TrustRole role, Targets targets) {
        return manifest(targets)
                .map(manifest -> Map.of(Director.MANIFEST, manifest))
                .orElse(Map.of());
    }

    @Override
    public void place(TrustRole role, Targets targets) {
        manifest(targets)
                .ifPresent(manifest ->
                        feed.publishTarget(
                                Director.MANIFEST,
                                Optional.ofNullable(targets.targets().get(Director.MANIFEST))
                                        .orElseThrow(),
                                manifest));
    }

    private Optional<byte[]> manifest(Targets targets) {
        return Optional.ofNullable(targets.targets().get(Director.MANIFEST))
                .map(target -> target.custom().integer(SEQUENCE))
                .flatMap(repository::bySequence);
    }
}
