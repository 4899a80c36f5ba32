package org.metalayer.agent.system;

import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.system.SystemVersion;

/**
 * One of the two places for a system: a root and its verity tree.
 *
 * @param label of its partitions
 * @param rootPartition id of the partition with the root
 */
public record Slot(Name name, String label, UUID rootPartition) {

    /** Of a slot whose content means nothing. */
    public static final String EMPTY = "_empty";

    private static final String PREFIX = "mlos_";

    /** Which of the two. */
    public enum Name {
        A,
        B
    }

    /** The parts of a slot, each a partition. */
    public enum Part {
        ROOT,
        VERITY
    }

    /** As a slot with this version is labelled. */
    public static String label(SystemVersion version) {
        return PREFIX + version;
    }

    /** What it holds; empty where that is nothing whole. */
    public Optional<SystemVersion> version() {
        return Optional.of(label)
                .filter(text -> text.startsWith(PREFIX))
                .map(text -> text.substring(PREFIX.length()))
                .filter(SystemVersion::isOne)
                .map(SystemVersion::new);
    }

    /** Whether it is ours to write: a partition that somebody labelled otherwise is theirs. */
    boolean isOurs() {
        return label.equals(EMPTY) || version().isPresent();
    }
}
