package org.metalayer.agent.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.Deadline;
import org.metalayer.agent.net.MainSystem;
import org.metalayer.agent.net.OfflineException;
import org.metalayer.agent.net.ProblemException;
import org.metalayer.agent.net.UnexpectedAnswerException;
import org.metalayer.agent.time.TrustedTime;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.protocol.tuf.client.Fetcher;
import org.metalayer.protocol.tuf.client.FoundTarget;
import org.metalayer.protocol.tuf.client.MetadataStore;
import org.metalayer.protocol.tuf.client.Refusal;
import org.metalayer.protocol.tuf.client.RefusedMetadataException;
import org.metalayer.protocol.tuf.client.RootPin;
import org.metalayer.protocol.tuf.client.TrustedTargets;
import org.metalayer.protocol.tuf.client.Updater;
import org.metalayer.protocol.tuf.model.FileCheck;
import org.metalayer.protocol.tuf.model.PublicHalf;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.Root;

/**
 * The feed as far as it can be believed: everything is verified from the pinned root on, against
 * the best time that is known. Not for several threads.
 */
public final class TrustedFeed {

    /** An answer as young as this does not become better by asking again. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    /** All metadata of a refresh, on the slowest line that upgrades still come over. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** In bytes. */
    private static final long MAX_ROOT = 512 << 10;

    private final MainSystem server;
    private final FeedFetcher fetcher;
    private final Duration longest;
    private final MetadataStore store;
    private final Updater updater;
    private final TrustedTime time;
    private Optional<TrustedTargets> targets = Optional.empty();

    /**
     * @param firstRoot digest of the repository's first root
     * @param store where verified metadata is kept
     */
    public TrustedFeed(MainSystem server, Sha256 firstRoot, Path store, TrustedTime time) {
        this(server, firstRoot, store, time, LONGEST);
    }

    TrustedFeed(
            MainSystem server, Sha256 firstRoot, Path store, TrustedTime time, Duration longest) {
        this.server = server;
        this.fetcher = new FeedFetcher(server);
        this.longest = longest;
        this.store = new MetadataStore(store);
        this.updater = new Updater(RootPin.ofDigest(firstRoot), this.store, fetcher);
        this.time = time;
    }

    /** The best time that is known. */
    public Instant now() throws IOException {
        return time.now();
    }

    /**
     * Stores what has been verified. It counts before that, too: a stick that is full must not miss
     * what was revoked or halted.
     *
     * @throws IOException when there is no room for it
     */
    public void store() throws IOException {
        store.store();
        time.store();
    }

    /** Version of the root that all this is verified from. */
    public long rootVersion() throws IOException {
        return known().root().version();
    }

    /**
     * Asks whether there is anything new, and verifies it.
     *
     * @throws UntrustedException when what is shown must not be believed, or is out of date: then
     *     nothing is believed until this succeeds
     */
    public void refresh() throws IOException {
        fetcher.endAt(Deadline.in(longest));
        try {
            if (time.isDue()) {
                tryToAskForTheTime();
            }
            if (targets.isEmpty() || updater.hasNews(time.now())) {
                targets = Optional.empty();
                TrustedTargets fresh = renewed();
                time.believeOnly(timekeepers(fresh.root()));
                targets = Optional.of(fresh);
            }
        } catch (RefusedMetadataException e) {
            targets = Optional.empty();
            throw new UntrustedException(e);
        }
    }

    /** A target that some role vouches for; empty when none does. */
    public Optional<FoundTarget> find(String path) throws IOException {
        fetcher.endAt(Deadline.in(longest));
        try {
            return known().find(path);
        } catch (RefusedMetadataException e) {
            throw new UntrustedException(e);
        }
    }

    /** The bytes of a target, which are those that its role named. */
    public byte[] fetch(FoundTarget target) throws IOException {
        byte[] bytes =
                server.send(
                                Call.get("/feed/v1/targets/" + location(target)),
                                target.file().length(),
                                Deadline.in(longest))
                        .body();
        FileCheck check = target.file().check();
        check.accept(bytes, 0, bytes.length);
        Optional<String> objection = check.objection();
        if (objection.isPresent()) {
            throw new UntrustedException(
                    "what came for %s is not what is signed: %s"
                            .formatted(target.path(), objection.get()));
        }
        return bytes;
    }

    /** A root of the past or of now, as it came: it is for others to verify. */
    public byte[] fetchRoot(long version) throws IOException {
        fetcher.endAt(Deadline.in(longest));
        String file = RepositoryFiles.versioned(RoleName.ROOT, version);
        return switch (fetcher.fetch(file, MAX_ROOT, Optional.empty())) {
            case Fetcher.Found found -> found.content();
            case Fetcher.Missing _, Fetcher.Unchanged _ ->
                    throw new UntrustedException("the feed does not have " + file);
        };
    }

    private String location(FoundTarget target) throws IOException {
        try {
            return known().location(target);
        } catch (RefusedMetadataException e) {
            throw new UntrustedException(e);
        }
    }

    /** Never what has expired meanwhile, whatever kept it from being refreshed. */
    private TrustedTargets known() throws IOException {
        if (targets.isEmpty() || updater.isExpiredAt(time.now())) {
            refresh();
        }
        return targets.orElseThrow();
    }

    /** Without an answer what is known of the time has to do: nobody may hold up the feed so. */
    private void tryToAskForTheTime() throws IOException {
        try {
            askForTheTime();
        } catch (OfflineException | ProblemException | UnexpectedAnswerException e) {
            // Said by what then counts as expired, if anything does.
            return;
        }
    }

    /** What looks expired may be so by a computer's clock only. */
    private TrustedTargets renewed() throws IOException {
        try {
            return updater.refresh(time.now());
        } catch (RefusedMetadataException e) {
            if (e.reason() != Refusal.EXPIRED || !time.isOlderThan(JUST_NOW)) {
                throw e;
            }
            tryToAskForTheTime();
            return updater.refresh(time.now());
        }
    }

    /**
     * Who says what time it is, the newest root says, whose own expiry does not matter for that.
     */
    private void askForTheTime() throws IOException {
        Root root = updater.updateRoot();
        List<VerifyingKey> keys = timekeepers(root);
        time.believeOnly(keys);
        time.ask(keys, root.authority(RoleName.TIMESTAMP).threshold());
    }

    private static List<VerifyingKey> timekeepers(Root root) {
        return root.authority(RoleName.TIMESTAMP).keys().stream()
                .flatMap(key ->
                        key.publicHalf() instanceof PublicHalf.Ed25519(VerifyingKey half)
                                ? Optional.of(half).stream()
                                : Optional.<VerifyingKey>empty().stream())
                .toList();
    }
}
