package org.metalayer.protocol.tuf.client;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.MetaFile;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;

/**
 * Runs the client workflow (specification 1.0.34 §5): fetches in its order, stores what was
 * verified. Not for several threads, and one store belongs to one updater.
 */
public final class Updater {
    /** Lengths in bytes up to which metadata is read (W, X, Y and Z of the specification). */
    static final long MAX_ROOT = 512 << 10;

    static final long MAX_TIMESTAMP = 16 << 10;
    static final long MAX_SNAPSHOT = 2 << 20;
    static final long MAX_TARGETS = 5 << 20;

    /** New roots in one run (Y of 5.3.3). */
    static final int MAX_ROOTS = 256;

    // RFC 9110 §8.8.3, no longer than anybody needs
    private static final Pattern TAG = Pattern.compile("(W/)?\"[!#-~]{1,128}\"");

    private final RootPin pin;
    private final MetadataStore store;
    private final Fetcher fetcher;

    private Optional<TrustedMetadata> last = Optional.empty();
    private Optional<Fetcher.Found> tagged = Optional.empty();

    public Updater(RootPin pin, MetadataStore store, Fetcher fetcher) {
        this.pin = pin;
        this.store = store;
        this.fetcher = fetcher;
    }

    /**
     * Whether {@link #refresh} has something to do: one conditional request for the timestamp.
     * Always so before the first refresh, and as soon as something of the last one has expired. A
     * new root alone is not news; a repository that publishes one signs a new timestamp with it.
     *
     * @param now the best time that is known, as for a refresh
     */
    public boolean hasNews(Instant now) throws IOException {
        if (isExpiredAt(now)) {
            // Asked for whole: a tag that somebody changed would bring "unchanged" for ever.
            tagged = Optional.empty();
            return true;
        }
        SignedMetadata<?> trusted = last.get().timestamp().orElseThrow();
        Optional<byte[]> offered = fetchTimestamp(Optional.of(trusted));
        return offered.isPresent() && !Arrays.equals(offered.get(), trusted.raw());
    }

    /**
     * Brings all top-level roles up to date.
     *
     * @param start the one fixed time of the whole update, also for looking up targets afterwards
     *     (5.1)
     * @throws RefusedMetadataException when the repository offers what must not be trusted
     * @throws IOException when it cannot be reached
     */
    public TrustedTargets refresh(Instant start) throws IOException {
        last = Optional.empty();
        TrustedMetadata trusted = new TrustedMetadata(start, trustedRoot(start));
        walkRoots(trusted);
        trusted.finishRoot();
        updateTimestamp(trusted);
        updateSnapshot(trusted);
        role(trusted, trusted.root().authority(RoleName.TARGETS));
        last = Optional.of(trusted);
        return new TrustedTargets(trusted.root(), authority -> role(trusted, authority));
    }

    /** Whether what the last refresh brought must not be trusted any more, or there is none. */
    public boolean isExpiredAt(Instant now) {
        return last.isEmpty() || last.get().isExpiredAt(now);
    }

    /**
     * Brings the root alone up to date (5.2 to 5.3.9): who says what time it is has to be known
     * before anything can be found expired.
     *
     * @return the newest root, expired or not
     */
    public Root updateRoot() throws IOException {
        TrustedMetadata trusted = new TrustedMetadata(Instant.MIN, trustedRoot(Instant.MIN));
        walkRoots(trusted);
        return trusted.root();
    }

    /** 5.2: the newest root of earlier runs, or the pinned one when there is none that holds. */
    private byte[] trustedRoot(Instant start) throws IOException {
        Optional<byte[]> stored = store.read(RoleName.ROOT, MAX_ROOT);
        // Where the pin is lost, what was reached from it still says whose root that is.
        if ((pin.isPinOf(store) || reached().isPresent())
                && stored.isPresent()
                && isAccepted(() -> new TrustedMetadata(start, stored.get()))) {
            return stored.get();
        }
        byte[] pinned = pin.load(store, fetcher);
        new TrustedMetadata(start, pinned);
        store.write(RoleName.ROOT, pinned);
        store.pin(pinned);
        return pinned;
    }

    /** 5.3.1 to 5.3.11, but for expiry. */
    private void walkRoots(TrustedMetadata trusted) throws IOException {
        for (int fetched = 0; fetched < MAX_ROOTS; fetched++) {
            String next =
                    RepositoryFiles.versioned(
                            RoleName.ROOT, Math.addExact(trusted.root().version(), 1));
            Optional<byte[]> root = fetchIfThere(next, MAX_ROOT);
            if (root.isEmpty()) {
                break;
            }
            if (trusted.updateRoot(root.get())) {
                // 5.3.11, before the new root is stored: a power cut in between must not leave
                // them.
                store.delete(RoleName.TIMESTAMP);
                store.delete(RoleName.SNAPSHOT);
            }
            // 5.3.8
            store.write(RoleName.ROOT, root.get());
        }
        requireReached(trusted.root().version());
    }

    /** A root that was lost comes back no older than it was. */
    private void requireReached(long version) {
        Optional<ReachedRoot> reached = reached();
        reached.ifPresent(before -> Checks.notBelow(RoleName.ROOT, version, before.version()));
        if (reached.filter(before -> before.version() == version).isEmpty()) {
            store.write(new ReachedRoot(pin.digest(), version));
        }
    }

    private Optional<ReachedRoot> reached() {
        return store.reached().filter(before -> before.pin().equals(pin.digest()));
    }

    /** 5.4 */
    private void updateTimestamp(TrustedMetadata trusted) throws IOException {
        store.read(RoleName.TIMESTAMP, MAX_TIMESTAMP)
                .ifPresent(stored -> isAccepted(() -> trusted.loadTimestamp(stored)));
        Optional<byte[]> offered = fetchTimestamp(trusted.timestamp());
        if (offered.isEmpty()) {
            trusted.keepTimestamp();
        } else if (trusted.updateTimestamp(offered.get())) {
            // 5.4.5
            store.write(RoleName.TIMESTAMP, offered.get());
        }
    }

    /** The repository's timestamp; nothing when it is still the trusted one. */
    private Optional<byte[]> fetchTimestamp(Optional<? extends SignedMetadata<?>> trusted)
            throws IOException {
        Optional<String> tag =
                tagged.filter(known ->
                                trusted.isPresent()
                                        && Arrays.equals(known.content(), trusted.get().raw()))
                        .flatMap(Fetcher.Found::tag)
                        .filter(Updater::isTag);
        return switch (fetcher.fetch(
                RepositoryFiles.plain(RoleName.TIMESTAMP), MAX_TIMESTAMP, tag)) {
            case Fetcher.Found found -> {
                tagged = Optional.of(found);
                yield Optional.of(capped("timestamp.json", found, MAX_TIMESTAMP));
            }
            case Fetcher.Unchanged _ when tag.isPresent() -> Optional.empty();
            case Fetcher.Unchanged _, Fetcher.Missing _ -> throw missing("timestamp.json");
        };
    }

    /** 5.5 */
    private void updateSnapshot(TrustedMetadata trusted) throws IOException {
        Optional<byte[]> stored = store.read(RoleName.SNAPSHOT, MAX_SNAPSHOT);
        if (stored.isPresent() && isCurrent(trusted, stored.get())) {
            return;
        }
        MetaFile meta = trusted.snapshotMeta();
        byte[] raw = fetch(trusted, RoleName.SNAPSHOT, meta, MAX_SNAPSHOT);
        trusted.updateSnapshot(raw);
        // 5.5.7
        store.write(RoleName.SNAPSHOT, raw);
    }

    private static boolean isCurrent(TrustedMetadata trusted, byte[] stored) {
        try {
            return trusted.loadSnapshot(stored);
        } catch (RefusedMetadataException e) {
            return false;
        }
    }

    /** 5.6.1 to 5.6.6, for the targets role and for delegated ones. */
    private Targets role(TrustedMetadata trusted, Authority authority) throws IOException {
        Optional<Targets> known = trusted.targets(authority);
        if (known.isPresent()) {
            return known.get();
        }
        RoleName role = authority.role();
        MetaFile meta = trusted.targetsMeta(role);
        Optional<byte[]> stored = store.read(role, MAX_TARGETS);
        if (stored.isPresent()
                && isAccepted(() -> trusted.updateTargets(authority, stored.get()))) {
            return trusted.targets(authority).orElseThrow();
        }
        byte[] raw = fetch(trusted, role, meta, MAX_TARGETS);
        Targets targets = trusted.updateTargets(authority, raw);
        store.write(role, raw);
        return targets;
    }

    private byte[] fetch(TrustedMetadata trusted, RoleName role, MetaFile meta, long cap)
            throws IOException {
        String file =
                trusted.root().consistentSnapshot()
                        ? RepositoryFiles.versioned(role, meta.version())
                        : RepositoryFiles.plain(role);
        OptionalLong length = meta.length();
        return fetchIfThere(file, Math.min(length.orElse(cap), cap))
                .orElseThrow(() -> missing(file));
    }

    private Optional<byte[]> fetchIfThere(String file, long maxLength) throws IOException {
        return switch (fetcher.fetch(file, maxLength, Optional.empty())) {
            case Fetcher.Found found -> Optional.of(capped(file, found, maxLength));
            case Fetcher.Unchanged _ ->
                    throw new IOException(
                            "the source says of %s only that it has not changed".formatted(file));
            case Fetcher.Missing _ -> Optional.empty();
        };
    }

    /** Endless data; a fetcher should have stopped before. */
    private static byte[] capped(String file, Fetcher.Found found, long maxLength) {
        byte[] content = found.content();
        if (content.length > maxLength) {
            throw new RefusedMetadataException(
                    Refusal.TOO_LONG, "%s is longer than %d bytes".formatted(file, maxLength));
        }
        return content;
    }

    private static RefusedMetadataException missing(String file) {
        return new RefusedMetadataException(
                Refusal.MISSING, "the repository does not have %s".formatted(file));
    }

    /** Tags come from the line, and go into requests. */
    private static boolean isTag(String tag) {
        return TAG.matcher(tag).matches();
    }

    private static boolean isAccepted(Runnable step) {
        try {
            step.run();
            return true;
        } catch (RefusedMetadataException e) {
            return false;
        }
    }
}
