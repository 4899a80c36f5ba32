package org.metalayer.server.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.catalog.feed.Feed;
import org.metalayer.server.platform.LiveEvents;

/**
 * Numbers a release and publishes its files. They are in the feed before the transaction commits,
 * so that no committed release is ever unfetchable; its document follows when its role lists it.
 */
@ApplicationScoped
class ReleasePublisher {

    @Inject ReleaseRepository releases;
    @Inject PublicationRepository publications;
    @Inject Components components;
    @Inject ArtifactStore artifacts;
    @Inject Feed feed;
    @Inject InstantSource clock;
    @Inject LiveEvents live;

    Release publish(NewRelease approved) {
        UpgradeReport report = approved.report();
        requireStored(report.files());
        artifacts.keep(report.files().digests());
        ReleaseDocument document = document(approved);
        byte[] payload = Json.write(document.write());
        Release release = release(approved, document, payload);
        releases.persistAndFlush(new ReleaseEntity(release, payload));
        publications.persistAndFlush(
                new PublicationEntity(release.id(), release.role(), payload.length));
        feed.publish(report.files().digests());
        live.publish("release", release.id());
        return release;
    }

    private ReleaseDocument document(NewRelease approved) {
        UpgradeReport report = approved.report();
        return new ReleaseDocument(
                UUID.randomUUID(),
                report.component(),
                components.nextVersion(report.component(), approved.title()),
                report.type(),
                report.description(),
                report.features(),
                report.files(),
                report.parents(),
                report.reportId(),
                report.contributor(),
                clock.instant());
    }

    private static Release release(NewRelease approved, ReleaseDocument document, byte[] payload) {
        return new Release(
                document.releaseId(),
                document.component(),
                Math.toIntExact(document.version()),
                document.type(),
                document.description(),
                document.features(),
                document.parents(),
                approved.changedPaths(),
                approved.hardwareClasses(),
                document.reportId(),
                approved.stickId(),
                document.contributor(),
                document.files().files().size(),
                document.files().totalSize(),
                Sha256.of(payload),
                ReleaseRole.of(document.component(), document.files()),
                payload.length,
                PublicationState.AWAITING_SIGNATURE,
                false,
                document.createdAt());
    }

    private void requireStored(FileManifest files) {
        Map<Sha256, Long> sizes = artifacts.sizes(files.digests());
        for (FileEntry file : files.entries()) {
            Long size = sizes.get(file.sha256());
            if (size == null || size != file.size()) {
                throw new IllegalStateException(
                        "%s of a report to be released is not in the store".formatted(file.path()));
            }
        }
    }
}
