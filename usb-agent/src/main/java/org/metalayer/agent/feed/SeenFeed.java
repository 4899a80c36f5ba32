package org.metalayer.agent.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.dsse.DocumentVerifier;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.InvalidSignatureException;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.DeploymentManifest;

/**
 * The newest deployment manifest that was believed. What was believed once is never gone back on:
 * an older manifest, or another one with the same number, is refused (docs/protocol.md §7). The
 * manifest itself is only kept for convenience: when it is damaged it is as if it had not been
 * fetched yet, while the mark still says what must not be gone back on.
 */
public final class SeenFeed {

    private final StateFile<SeenManifest> file;
    private final StateFile<FeedMark> markFile;
    private final DocumentVerifier verifier;

    public SeenFeed(StickDirectory stick, DurableFiles files, DocumentVerifier verifier) {
        this.file =
                new StateFile<>(
                        files, stick.seenManifest(), SeenManifest::read, SeenManifest::write);
        this.markFile = new StateFile<>(files, stick.feedMark(), FeedMark::read, FeedMark::write);
        this.verifier = verifier;
    }

    /**
     * A manifest that was verified.
     *
     * @param etag for asking whether there is a newer one
     */
    record Believed(Optional<String> etag, FeedMark mark, DeploymentManifest manifest) {}

    /** The manifest to follow; empty before the first, or when it has to be fetched again. */
    public Optional<DeploymentManifest> manifest() throws IOException {
        return newest().map(Believed::manifest);
    }

    /** The same with what is needed to ask for a newer one. */
    Optional<Believed> newest() throws IOException {
        Optional<Believed> kept = kept();
        if (kept.isEmpty()) {
            return kept;
        }
        // After a power cut between the two files the kept manifest is older than its mark.
        return mark(kept).equals(kept.map(Believed::mark)) ? kept : Optional.empty();
    }

    /**
     * Believes a newer manifest from now on.
     *
     * @throws RefusedManifestException when it must not be believed
     * @throws DamagedStateException when nothing on the stick says any more what was seen before
     */
    DeploymentManifest accept(byte[] envelope, Optional<String> etag) throws IOException {
        Believed offered = verified(envelope, etag);
        Optional<FeedMark> seen = mark(kept());
        if (seen.isPresent()) {
            requireSuccessor(seen.get(), offered.mark());
        }
        markFile.write(offered.mark());
        file.write(new SeenManifest(etag, Texts.utf8(envelope)));
        return offered.manifest();
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

    /** What was seen last; a damaged mark is made good by a manifest that still verifies. */
    private Optional<FeedMark> mark(Optional<Believed> kept) throws IOException {
        try {
            return markFile.read().or(() -> kept.map(Believed::mark));
        } catch (DamagedStateException e) {
            if (kept.isEmpty()) {
                throw e;
            }
            return kept.map(Believed::mark);
        }
    }

    private Optional<Believed> kept() throws IOException {
        try {
            Optional<SeenManifest> seen = file.read();
            return seen.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            verified(
                                    seen.get().envelope().getBytes(StandardCharsets.UTF_8),
                                    seen.get().etag()));
        } catch (DamagedStateException | RefusedManifestException e) {
            return Optional.empty();
        }
    }

    private Believed verified(byte[] envelope, Optional<String> etag)
            throws RefusedManifestException {
        try {
            byte[] payload =
                    verifier.verify(PayloadType.DEPLOYMENT_MANIFEST, Envelope.parse(envelope));
            DeploymentManifest manifest = DeploymentManifest.read(Json.parseObject(payload));
            return new Believed(
                    etag, new FeedMark(manifest.sequence(), Sha256.of(payload)), manifest);
        } catch (InvalidSignatureException | MalformedDocumentException e) {
            throw new RefusedManifestException("the deployment manifest: " + e.getMessage(), e);
        }
    }
}
