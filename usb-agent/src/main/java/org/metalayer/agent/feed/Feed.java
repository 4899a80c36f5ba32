package org.metalayer.agent.feed;

import java.io.IOException;
import java.util.Optional;
import org.metalayer.agent.trust.TrustedFeed;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.tuf.client.FoundTarget;

/** Follows the director: what should run now (docs/protocol.md §7). */
public final class Feed {

    private final TrustedFeed trusted;
    private final SeenFeed seen;

    public Feed(TrustedFeed trusted, SeenFeed seen) {
        this.trusted = trusted;
        this.seen = seen;
    }

    /** The newest manifest that was believed, without asking. */
    public Optional<DeploymentManifest> current() throws IOException {
        return seen.manifest();
    }

    /**
     * Asks for a newer one.
     *
     * @return the manifest to follow
     * @throws RefusedManifestException when what came must not be believed
     */
    public DeploymentManifest poll() throws IOException {
        trusted.refresh();
        FoundTarget target =
                trusted.find(Director.MANIFEST)
                        .filter(found -> found.role().equals(Director.ROLE))
                        .orElseThrow(() ->
                                new RefusedManifestException(
                                        "the director has signed no deployment manifest"));
        // Not only after news: what was fetched may not have been what is signed.
        Optional<DeploymentManifest> known = seen.manifest();
        if (known.isPresent() && target.file().hashes().sha256().equals(seen.digest())) {
            return known.get();
        }
        return seen.accept(trusted.fetch(target));
    }
}
