package org.metalayer.agent.feed;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.metalayer.agent.time.Uptime;
import org.metalayer.agent.trust.TrustedFeed;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.tuf.client.FoundTarget;

/** Follows the director: what should run now (docs/protocol.md §7). Not for several threads. */
public final class Feed {

    private final TrustedFeed trusted;
    private final SeenFeed seen;
    private final Uptime uptime;
    private Optional<Uptime.Reading> confirmed = Optional.empty();

    public Feed(TrustedFeed trusted, SeenFeed seen, Uptime uptime) {
        this.trusted = trusted;
        this.seen = seen;
        this.uptime = uptime;
    }

    /** What was believed last, without asking. */
    public Optional<Directions> current() throws IOException {
        return seen.directions();
    }

    /** The best time that is known. */
    public Instant now() throws IOException {
        return trusted.now();
    }

    /** Whether this agent has asked since, and all of the answer was right and stored. */
    boolean isConfirmedWithin(Duration past) throws IOException {
        return confirmed.isPresent() && uptime.read().since(confirmed.get()).compareTo(past) <= 0;
    }

    /**
     * Asks for something newer.
     *
     * @return what to follow
     * @throws RefusedManifestException when what came must not be believed
     * @throws IOException also when what came cannot be stored; it is current all the same
     */
    public Directions poll() throws IOException {
        trusted.refresh();
        FoundTarget target =
                trusted.find(Director.MANIFEST)
                        .filter(found -> found.role().equals(Director.ROLE))
                        .orElseThrow(() ->
                                new RefusedManifestException(
                                        "the director has signed no deployment manifest"));
        DirectorKeys keys = DirectorKeys.of(target, trusted.rootVersion());
        Optional<Directions> known = seen(target, keys);
        // Not only after news: what was fetched may not have been what is signed.
        Directions newest =
                known.isPresent() ? known.get() : seen.accept(trusted.fetch(target), keys);
        seen.store();
        trusted.store();
        confirmed = Optional.of(uptime.read());
        return newest;
    }

    private Optional<Directions> seen(FoundTarget target, DirectorKeys keys) throws IOException {
        Optional<Sha256> digest = target.file().hashes().sha256();
        return digest.isPresent() && seen.is(digest.get(), keys)
                ? seen.directions()
                : Optional.empty();
    }
}
