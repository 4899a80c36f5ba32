package org.metalayer.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.trust.PinnedRoot;
import org.metalayer.protocol.tuf.model.SignedMetadata;

/** The root from which a stick starts to trust, in a file that its owner was given. */
final class FirstRoot {

    private FirstRoot() {}

    static PinnedRoot in(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long version = SignedMetadata.root(bytes).signed().version();
        if (version != 1) {
            throw new FailureException(
                    "%s is root %s; a stick starts from the first one, 1.root.json"
                            .formatted(file, version));
        }
        return new PinnedRoot(Sha256.of(bytes));
    }
}
