package org.metalayer.protocol.tuf.client;

import java.io.IOException;
import java.util.Optional;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.RoleName;

/** The root that all trust starts from, shipped outside of the repository (specification §5.2). */
public final class RootPin {
    private final Sha256 digest;
    private final Optional<byte[]> content;

    private RootPin(Sha256 digest, Optional<byte[]> content) {
        this.digest = digest;
        this.content = content;
    }

    /** A root that is at hand. */
    public static RootPin ofBytes(byte[] root) {
        return new RootPin(Sha256.of(root), Optional.of(root.clone()));
    }

    /** The SHA-256 digest of the repository's {@code 1.root.json}. */
    public static RootPin ofDigest(Sha256 digest) {
        return new RootPin(digest, Optional.empty());
    }

    /** SHA-256 of the file. */
    public Sha256 digest() {
        return digest;
    }

    boolean isPinOf(MetadataStore store) {
        return store.pinned().filter(this::matches).isPresent();
    }

    /** The pinned root's bytes: given, kept, or fetched once more and compared with the digest. */
    byte[] load(MetadataStore store, Fetcher fetcher) throws IOException {
        Optional<byte[]> known = content.or(() -> store.pinned().filter(this::matches));
        return known.isPresent() ? known.get() : fetch(fetcher);
    }

    private byte[] fetch(Fetcher fetcher) throws IOException {
        String file = RepositoryFiles.versioned(RoleName.ROOT, 1);
        if (fetcher.fetch(file, Updater.MAX_ROOT, Optional.empty())
                instanceof Fetcher.Found found) {
            byte[] root = found.content();
            if (matches(root)) {
                return root;
            }
            throw new RefusedMetadataException(
                    Refusal.NOT_PINNED,
                    "the repository's first root is not the one that was pinned: this is another"
                            + " repository, or somebody pretends to be it");
        }
        throw new RefusedMetadataException(
                Refusal.MISSING, "the repository has no %s".formatted(file));
    }

    private boolean matches(byte[] root) {
        return Sha256.of(root).equals(digest);
    }
}
