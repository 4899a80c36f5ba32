package org.metalayer.agent.feed;

import java.io.IOException;
import java.util.Optional;
import org.metalayer.agent.trust.TrustedFeed;
import org.metalayer.protocol.Sha256;
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
        boolean news = trusted.refresh();
        Optional<DeploymentManifest> known = seen.manifest();
        if (!news && known.isPresent()) {
            return known.get();
        }
        FoundTarget target =
                trusted.find(Director.MANIFEST)
                        .filter(found -> found.role().equals(Director.ROLE))
                        .orElseThrow(() ->
                                new RefusedManifestException(
                                        "the director has signed no deployment manifest"));
        Optional<Sha256> named = target.file().hashes().sha256();
        if (known.isPresent() && named.equals(seen.digest())) {
            return known.get();
        }
        return seen.accept(trusted.fetch(target));
    }
}
