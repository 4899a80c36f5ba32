package org.metalayer.agent.usb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The mounts that this process sees. */
record MountTable(List<Mount> mounts) {

    MountTable {
        mounts = List.copyOf(mounts);
    }

    /**
     * Reads a {@code mountinfo} file. A malformed line is refused rather than skipped: without it a
     * path would be taken for one of the mount above.
     */
    static MountTable read(Path mountinfo) throws IOException {
        List<String> lines = Files.readAllLines(mountinfo, StandardCharsets.ISO_8859_1);
        return new MountTable(lines.stream().map(Mount::parse).toList());
    }

    /**
     * The mount on which {@code path} lies. Walks down from the root as the kernel resolves a path:
     * a later mount further up can hide one whose mount point is longer.
     */
    Optional<Mount> holding(String path) {
        Set<Integer> ids = mounts.stream().map(Mount::id).collect(Collectors.toSet());
        Optional<Mount> holding =
                first(path, mount -> mount.isItsOwnParent() || !ids.contains(mount.parent()));
        for (int depth = 0; holding.isPresent() && depth < mounts.size(); depth++) {
            int parent = holding.get().id();
            Optional<Mount> child =
                    first(path, mount -> mount.parent() == parent && !mount.isItsOwnParent());
            if (child.isEmpty()) {
                break;
            }
            holding = child;
        }
        return holding;
    }

    private Optional<Mount> first(String path, Predicate<Mount> eligible) {
        return mounts.stream()
                .filter(mount -> eligible.test(mount) && mount.covers(path))
                .min(Comparator.comparingInt(mount -> mount.point().length()));
    }
}
