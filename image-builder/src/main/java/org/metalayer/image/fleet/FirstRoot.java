package org.metalayer.image.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metalayer.image.base.ImageException;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.trust.PinnedRoot;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;

/**
 * The first root of a fleet's trust, {@code 1.root.json}: what its sticks believe from the start.
 */
public final class FirstRoot {

    private static final long LARGEST = 1 << 20;

    private final SignedMetadata<Root> root;

    private FirstRoot(SignedMetadata<Root> root) {
        this.root = root;
    }

    /**
     * Reads and checks a file.
     *
     * @throws ImageException when it is no first root
     */
    public static FirstRoot in(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new ImageException("%s is too large for a root".formatted(file));
        }
        try {
            return of(Files.readAllBytes(file));
        } catch (MalformedDocumentException e) {
            throw new ImageException(
                    "%s is no first root of a fleet (1.root.json): %s"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /**
     * Reads and checks its bytes.
     *
     * @throws MalformedDocumentException when they are no first root
     */
    static FirstRoot of(byte[] bytes) {
        SignedMetadata<Root> root = SignedMetadata.root(bytes);
        long version = root.signed().version();
        if (version != 1) {
            throw new MalformedDocumentException(
                    "it is root %s, and a stick starts from the first one".formatted(version));
        }
        if (!root.isSignedBy(root.signed().authority(RoleName.ROOT))) {
            throw new MalformedDocumentException("too few of its own keys have signed it");
        }
        return new FirstRoot(root);
    }

    /** The file, byte for byte: its digest is what sticks pin. */
    byte[] bytes() {
        return root.raw();
    }

    public PinnedRoot pin() {
        return new PinnedRoot(Sha256.of(root.raw()));
    }
}
