package org.metalayer.agent.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.metalayer.agent.files.PathOutcome.Conflict;
import org.metalayer.agent.files.PathOutcome.Delete;
import org.metalayer.agent.files.PathOutcome.KeepLocal;
import org.metalayer.agent.files.PathOutcome.Same;
import org.metalayer.agent.files.PathOutcome.TakeIncoming;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;

/**
 * Brings a release and the owner's changes together, file by file. What the owner changed is never
 * overwritten or deleted: where both changed a path, the owner is asked.
 */
public final class ThreeWay {

    private ThreeWay() {}

    /**
     * Merges.
     *
     * @param base the installed release
     * @param local what is in its directory now
     * @param incoming the release to install
     */
    public static Merge merge(FileManifest base, Tree local, FileManifest incoming) {
        return merge(FileSet.of(base), local, FileSet.of(incoming));
    }

    /** The same where what was or comes is this stick's own mixture of release and owner. */
    public static Merge merge(FileSet base, Tree local, FileSet incoming) {
        SortedMap<RelativePath, PathOutcome> outcomes = new TreeMap<>();
        for (RelativePath path : paths(base, local, incoming)) {
            outcomes.put(
                    path,
                    decide(
                            Optional.ofNullable(base.files().get(path)),
                            Optional.ofNullable(local.files().get(path)),
                            Optional.ofNullable(incoming.files().get(path))));
        }
        refuseClashes(outcomes, local);
        return new Merge(outcomes);
    }

    private static PathOutcome decide(
            Optional<FileEntry> base, Optional<FileEntry> local, Optional<FileEntry> incoming) {
        if (local.equals(incoming)) {
            return new Same(local);
        }
        if (incoming.equals(base)) {
            return new KeepLocal(local);
        }
        if (!local.equals(base)) {
            return new Conflict(local, reason(base, local, incoming));
        }
        return incoming.<PathOutcome>map(TakeIncoming::new).orElseGet(Delete::new);
    }

    private static String reason(
            Optional<FileEntry> base, Optional<FileEntry> local, Optional<FileEntry> incoming) {
        if (local.isEmpty()) {
            return "was deleted here and changed by the release";
        }
        if (incoming.isEmpty()) {
            return "was changed here and deleted by the release";
        }
        return base.isEmpty()
                ? "was added here and by the release, with different content"
                : "was changed here and by the release";
    }

    /** What the release would put where something of the owner's is in the way is a conflict. */
    private static void refuseClashes(SortedMap<RelativePath, PathOutcome> outcomes, Tree local) {
        PathClaims owners = new PathClaims(kept(outcomes));
        Set<String> unmergeable = new HashSet<>(local.ignored());
        local.refused().forEach(entry -> unmergeable.add(entry.path()));
        unmergeable.forEach(owners::add);
        outcomes.replaceAll((path, outcome) ->
                outcome instanceof TakeIncoming
                        ? clash(path, owners, unmergeable)
                                .<PathOutcome>map(why -> new Conflict(Optional.empty(), why))
                                .orElse(outcome)
                        : outcome);
    }

    private static Optional<String> clash(
            RelativePath path, PathClaims owners, Set<String> unmergeable) {
        return unmergeable.contains(path.value())
                ? Optional.of("would replace something of yours that is no plain file")
                : owners.clashWith(path);
    }

    private static List<RelativePath> kept(SortedMap<RelativePath, PathOutcome> outcomes) {
        List<RelativePath> kept = new ArrayList<>();
        outcomes.forEach((path, outcome) -> {
            boolean owners = outcome instanceof KeepLocal || outcome instanceof Conflict;
            if (owners && outcome.standing().isPresent()) {
                kept.add(path);
            }
        });
        return kept;
    }

    private static SortedSet<RelativePath> paths(FileSet base, Tree local, FileSet incoming) {
        SortedSet<RelativePath> paths = new TreeSet<>(base.files().keySet());
        paths.addAll(local.files().keySet());
        paths.addAll(incoming.files().keySet());
        return paths;
    }
}
