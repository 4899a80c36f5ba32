package org.metalayer.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.metalayer.agent.files.SmallFile;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.trust.PinnedRoot;
import org.metalayer.protocol.tuf.client.ReadLimits;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.SignedMetadata;

/** The root from which a stick starts to trust, in a file that its owner was given. */
final class FirstRoot {

    private static final int MAX_BYTES = Math.toIntExact(ReadLimits.bytes(RoleName.ROOT));

    private FirstRoot() {}

    static PinnedRoot in(Path file) throws IOException {
        byte[] bytes = SmallFile.read(file, MAX_BYTES);
        long version = version(file, bytes);
        if (version != 1) {
            throw new FailureException(
                    "%s is root %s; a stick starts from the first one, 1.root.json"
                            .formatted(file, version));
        }
        return new PinnedRoot(Sha256.of(bytes));
    }

    private static long version(Path file, byte[] root) {
        try {
            return SignedMetadata.root(root).signed().version();
        } catch (MalformedDocumentException e) {
            throw new FailureException("%s is no root: %s".formatted(file, e.getMessage()));
        }
    }
}
