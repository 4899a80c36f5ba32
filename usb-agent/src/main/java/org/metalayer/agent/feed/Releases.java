package org.metalayer.agent.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.MainSystem;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.dsse.DocumentVerifier;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.InvalidSignatureException;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.ReleaseDocument;

/**
 * Fetches releases. One is believed only when its own signature holds and the director named
 * exactly its bytes: the two keys can do nothing without each other.
 */
public final class Releases {

    private final MainSystem server;
    private final DocumentVerifier verifier;
    private final StickDirectory stick;
    private final DurableFiles files;

    public Releases(
            MainSystem server,
            DocumentVerifier verifier,
            StickDirectory stick,
            DurableFiles files) {
        this.server = server;
        this.verifier = verifier;
        this.stick = stick;
        this.files = files;
    }

    /**
     * The release that the director named, from the stick when it was fetched before.
     *
     * @throws RefusedReleaseException when it is not that one
     */
    public ReleaseDocument fetch(ReleaseRef wanted) throws IOException {
        Path file = stick.release(wanted.releaseId());
        try {
            return verified(Files.readAllBytes(file), wanted);
        } catch (NoSuchFileException | RefusedReleaseException e) {
            byte[] envelope =
                    server.send(Call.get("/feed/v1/releases/" + wanted.releaseId())).body();
            ReleaseDocument release = verified(envelope, wanted);
            files.createDirectories(file.resolveSibling(""));
            files.replace(file, envelope);
            return release;
        }
    }

    /** Forgets a release that was fetched. */
    public void forget(UUID releaseId) throws IOException {
        files.delete(stick.release(releaseId));
    }

    private ReleaseDocument verified(byte[] envelope, ReleaseRef wanted)
            throws RefusedReleaseException {
        try {
            byte[] payload = verifier.verify(PayloadType.RELEASE, Envelope.parse(envelope));
            ReleaseDocument release = ReleaseDocument.read(Json.parseObject(payload));
            boolean named =
                    Sha256.of(payload).equals(wanted.sha256())
                            && release.releaseId().equals(wanted.releaseId())
                            && release.component().equals(wanted.component())
                            && release.version() == wanted.version();
            if (!named) {
                throw new RefusedReleaseException(
                        "release %s is not the one that the deployment manifest names"
                                .formatted(wanted.releaseId()));
            }
            return release;
        } catch (InvalidSignatureException | MalformedDocumentException e) {
            throw new RefusedReleaseException(
                    "release %s: %s".formatted(wanted.releaseId(), e.getMessage()), e);
        }
    }
}
