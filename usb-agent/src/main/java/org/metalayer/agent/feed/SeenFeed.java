package org.metalayer.agent.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.metalayer.agent.files.DurableFiles;
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
 * an older manifest, or another one with the same number, is refused (docs/protocol.md §7).
 */
public final class SeenFeed {

    private final StateFile<SeenManifest> file;
    private final DocumentVerifier verifier;

    public SeenFeed(StickDirectory stick, DurableFiles files, DocumentVerifier verifier) {
        this.file =
                new StateFile<>(
                        files, stick.seenManifest(), SeenManifest::read, SeenManifest::write);
        this.verifier = verifier;
    }

    /** The manifest to follow; empty before the first. */
    public Optional<DeploymentManifest> manifest() throws IOException {
        Optional<SeenManifest> seen = file.read();
        return seen.isPresent() ? Optional.of(verified(seen.get()).manifest()) : Optional.empty();
    }

    Optional<String> etag() throws IOException {
        return file.read().flatMap(SeenManifest::etag);
    }

    /**
     * Believes a newer manifest from now on.
     *
     * @throws RefusedManifestException when it must not be believed
     */
    DeploymentManifest accept(byte[] envelope, Optional<String> etag) throws IOException {
        Verified offered = verified(envelope);
        Optional<SeenManifest> seen = file.read();
        if (seen.isPresent()) {
            requireSuccessor(verified(seen.get()), offered);
        }
        file.write(new SeenManifest(etag, Texts.utf8(envelope)));
        return offered.manifest();
    }

    private static void requireSuccessor(Verified seen, Verified offered)
            throws RefusedManifestException {
        long before = seen.manifest().sequence();
        long now = offered.manifest().sequence();
        if (now < before) {
            throw new RefusedManifestException(
                    "the Main System shows deployment manifest %s, but %s was seen before: an old one is not followed"
                            .formatted(now, before));
        }
        if (now == before && !seen.digest().equals(offered.digest())) {
            throw new RefusedManifestException(
                    "there are two different deployment manifests with number %s: none but the first is followed"
                            .formatted(now));
        }
    }

    private record Verified(Sha256 digest, DeploymentManifest manifest) {}

    private Verified verified(SeenManifest seen) throws RefusedManifestException {
        return verified(seen.envelope().getBytes(StandardCharsets.UTF_8));
    }

    private Verified verified(byte[] envelope) throws RefusedManifestException {
        try {
            byte[] payload =
                    verifier.verify(PayloadType.DEPLOYMENT_MANIFEST, Envelope.parse(envelope));
            return new Verified(
                    Sha256.of(payload), DeploymentManifest.read(Json.parseObject(payload)));
        } catch (InvalidSignatureException | MalformedDocumentException e) {
            throw new RefusedManifestException("the deployment manifest: " + e.getMessage(), e);
        }
    }
}
