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
 * back on. What is believed counts before it is stored: a full stick obeys a halt, too.
 */
public final class SeenFeed {

    private final StateFile<SeenManifest> file;
    private final StateFile<FeedMark> markFile;
    private Optional<SeenManifest> unstored = Optional.empty();

    public SeenFeed(StickDirectory stick, DurableFiles files) {
        this.file =
                new StateFile<>(
                        files, stick.seenManifest(), SeenManifest::read, SeenManifest::write);
        this.markFile = new StateFile<>(files, stick.feedMark(), FeedMark::read, FeedMark::write);
    }

    /** What to follow; empty before the first manifest, or when it has to be fetched again. */
    public Optional<Directions> directions() throws IOException {
        return newest().map(SeenManifest::directions);
    }

    /** Whether that is the manifest with this digest, and the word of these keys. */
    boolean is(Sha256 digest, DirectorKeys keys) throws IOException {
        return newest().map(SeenManifest::mark)
                .filter(mark -> mark.payload().equals(digest) && mark.director().equals(keys))
                .isPresent();
    }

    private Optional<SeenManifest> newest() throws IOException {
        if (unstored.isPresent()) {
            return unstored;
        }
        Optional<SeenManifest> kept = kept();
        // After a power cut between the two files the kept manifest is older than its mark.
        return kept.isEmpty() || mark(kept).equals(kept.map(SeenManifest::mark))
                ? kept
                : Optional.empty();
    }

    /**
     * Believes a newer manifest from now on.
     *
     * @param bytes as the director has named them
     * @param keys whose word it is
     * @throws RefusedManifestException when it must not be believed
     * @throws DamagedStateException when nothing on the stick says any more what was seen before
     */
    Directions accept(byte[] bytes, DirectorKeys keys) throws IOException {
        try {
            String payload = Texts.utf8(bytes);
            DeploymentManifest manifest = SeenManifest.manifest(payload);
            Sha256 digest = SeenManifest.digest(payload);
            Optional<FeedMark> before =
                    unstored.isPresent() ? unstored.map(SeenManifest::mark) : mark(kept());
            FeedMark mark =
                    before.isPresent()
                            ? before.get().next(manifest, digest, keys)
                            : FeedMark.first(manifest, digest, keys);
            SeenManifest seen = new SeenManifest(payload, mark);
            unstored = Optional.of(seen);
            return seen.directions();
        } catch (MalformedDocumentException e) {
            throw new RefusedManifestException("the deployment manifest: " + e.getMessage(), e);
        }
    }

    /** Makes last what is believed. */
    void store() throws IOException {
        if (unstored.isPresent()) {
            markFile.write(unstored.get().mark());
            file.write(unstored.get());
            unstored = Optional.empty();
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
            kept.ifPresent(SeenManifest::directions);
            return kept;
        } catch (DamagedStateException | MalformedDocumentException e) {
            return Optional.empty();
        }
    }
}
