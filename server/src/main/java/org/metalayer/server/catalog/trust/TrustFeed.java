package org.metalayer.server.catalog.trust;

import static java.util.Objects.requireNonNull;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.server.catalog.feed.Feed;

/**
 * Brings published metadata to where sticks fetch it: memory, which cannot be full, and the feed's
 * directory, from which any web server can serve it. What a file names is there before the file is;
 * the timestamp comes last.
 */
@ApplicationScoped
class TrustFeed {

    @Inject Feed feed;
    @Inject @All List<TargetSource> sources;

    private volatile @Nullable ServedTrust served;
    private long written;

    /** What is served now; there is something before anybody is let in. */
    ServedTrust served() {
        ServedTrust now = served;
        if (now == null) {
            throw new IllegalStateException("no trust metadata is served yet");
        }
        return now;
    }

    /** Serves this state, unless it is served already. */
    synchronized void takeOver(TrustState state) {
        long version = state.timestamp().signed().version();
        if (served != null && served().version() > version) {
            return; // somebody who loaded it before another one published
        }
        @Nullable RuntimeException trouble = null;
        if (written != version) {
            trouble = place(state);
        }
        if (served == null || served().version() != version) {
            served = ServedTrust.of(state, files(state), targets(state));
        }
        if (trouble != null) {
            // A halt reaches the sticks from memory also when the disk is full.
            throw trouble;
        }
        if (written != version) {
            write(state);
            written = version;
        }
    }

    /** As after a start: everything is looked at again. */
    synchronized void forget() {
        served = null;
        written = 0;
    }

    private Map<String, byte[]> targets(TrustState state) {
        Map<String, byte[]> targets = new LinkedHashMap<>();
        for (TrustRole role : TrustRole.LISTS) {
            Targets list = state.list(role).signed();
            sources.stream()
                    .filter(source -> source.speaksFor(role))
                    .flatMap(source -> source.inMemory(role, list).entrySet().stream())
                    .forEach(target ->
                            targets.put(
                                    RepositoryFiles.target(
                                            target.getKey(),
                                            requireNonNull(list.targets().get(target.getKey())),
                                            true),
                                    target.getValue()));
        }
        return targets;
    }

    private @Nullable RuntimeException place(TrustState state) {
        @Nullable RuntimeException first = null;
        for (TrustRole role : TrustRole.LISTS) {
            for (TargetSource source : sources) {
                if (source.speaksFor(role)) {
                    try {
                        source.place(role, state.list(role).signed());
                    } catch (RuntimeException e) {
                        first = first == null ? e : first;
                    }
                }
            }
        }
        return first;
    }

    private void write(TrustState state) {
        files(state).forEach(feed::publishMetadata);
        feed.replaceMetadata(RepositoryFiles.plain(RoleName.TIMESTAMP), state.timestamp().raw());
    }

    /** Every file but the timestamp, in the order in which they have to appear. */
    private static Map<String, byte[]> files(TrustState state) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        state.roots().forEach(root -> put(files, RoleName.ROOT, root));
        state.lists()
                .forEach((role, list) -> {
                    if (role != TrustRole.TARGETS) {
                        put(files, role.roleName(), list);
                    }
                });
        put(files, RoleName.TARGETS, state.list(TrustRole.TARGETS));
        put(files, RoleName.SNAPSHOT, state.snapshot());
        return files;
    }

    private static void put(
            Map<String, byte[]> files, RoleName role, SignedMetadata<? extends Metadata> file) {
        files.put(RepositoryFiles.versioned(role, file.signed().version()), file.raw());
    }
}
