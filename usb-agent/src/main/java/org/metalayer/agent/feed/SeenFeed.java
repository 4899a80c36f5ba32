package org.metalayer.agent.feed;

import java.io.IOException;
import java.util.Optional;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.message.DeploymentManifest;

/**
 * The newest deployment manifest that was believed. What was believed once is never gone back on,
 * also where the trust metadata was lost: an older manifest, or another one with the same number,
 * is refused (docs/protocol.md §7). The manifest itself is only kept for convenience: when it is
 * damaged it is as if it had not been fetched yet, while the mark still says what must not be gone
 * back on.
 */
public final class SeenFeed {

    private final StateFile<SeenManifest> file;
    private final StateFile<FeedMark> markFile;

    public SeenFeed(StickDirectory stick, DurableFiles files) {
        this.file =
                new StateFile<>(
                        files, stick.seenManifest(), SeenManifest::read, SeenManifest::write);
        this.markFile = new StateFile<>(files, stick.feedMark(), FeedMark::read, FeedMark::write);
    }

    /** The manifest to follow; empty before the first, or when it has to be fetched again. */
    public Optional<DeploymentManifest> manifest() throws IOException {
        return newest().map(SeenManifest::manifest);
    }

    /** Of the bytes of that manifest. */
    Optional<Sha256> digest() throws IOException {
        return newest().map(SeenManifest::mark).map(FeedMark::payload);
    }

    private Optional<SeenManifest> newest() throws IOException {
        Optional<SeenManifest> kept = kept();
        // After a power cut between the two files the kept manifest is older than its mark.
        return kept.isEmpty() || mark(kept).equals(kept.map(SeenManifest::mark))
                ? kept
                : Optional.empty();
    }

    /**
     * Believes a newer manifest from now on.
     *
     * @param payload as the director has named it
     * @throws RefusedManifestException when it must not be believed
     * @throws DamagedStateException when nothing on the stick says any more what was seen before
     */
    DeploymentManifest accept(byte[] payload) throws IOException {
        SeenManifest offered = read(payload);
        Optional<FeedMark> seen = mark(kept());
        if (seen.isPresent()) {
            requireSuccessor(seen.get(), offered.mark());
        }
        markFile.write(offered.mark());
        file.write(offered);
        return offered.manifest();
    }

    private static SeenManifest read(byte[] payload) throws RefusedManifestException {
        try {
            SeenManifest offered = new SeenManifest(Texts.utf8(payload));
            offered.manifest();
            return offered;
        } catch (MalformedDocumentException e) {
            throw new RefusedManifestException("the deployment manifest: " + e.getMessage(), e);
        }
    }

    private static void requireSuccessor(FeedMark seen, FeedMark offered)
            throws RefusedManifestException {
        if (offered.sequence() < seen.sequence()) {
            throw new RefusedManifestException(
                    "the Main System shows deployment manifest %s, but %s was seen before: an old one is not followed"
                            .formatted(offered.sequence(), seen.sequence()));
        }
        if (offered.sequence() == seen.sequence() && !offered.equals(seen)) {
            throw new RefusedManifestException(
                    "there are two different deployment manifests with number %s: none but the first is followed"
                            .formatted(offered.sequence()));
        }
    }

    /** What was seen last; a damaged mark is made good by a manifest that is whole. */
    private Optional<FeedMark> mark(Optional<SeenManifest> kept) throws IOException {
        try {
            return markFile.read().or(() -> kept.map(SeenManifest::mark));
        } catch (DamagedStateException e) {
            if (kept.isEmpty()) {
                throw e;
            }
            return kept.map(SeenManifest::mark);
        }
    }

    private Optional<SeenManifest> kept() throws IOException {
        try {
            Optional<SeenManifest> kept = file.read();
            kept.ifPresent(SeenManifest::manifest);
            return kept;
        } catch (DamagedStateException | MalformedDocumentException e) {
            return Optional.empty();
        }
    }
}
