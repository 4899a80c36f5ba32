package org.metalayer.protocol.system;

import java.util.List;
import java.util.Locale;

/** What a computer boots, in the order in which the parts name each other, or what runs in it. */
public enum SystemPart {
    /** The kernel with its initrd and command line, which demands the root hash. */
    KERNEL(128L << 20),
    /** The tree of hashes that dm-verity checks the root with. */
    VERITY(16L << 20),
    /** The file system. */
    ROOT(768L << 20),
    /** The agent: one native file. */
    PROGRAM(96L << 20);

    /** The parts of an operating system. */
    public static final List<SystemPart> OF_SYSTEM = List.of(KERNEL, VERITY, ROOT);

    /** Those of an agent. */
    public static final List<SystemPart> OF_AGENT = List.of(PROGRAM);

    private final long maxSize;

    SystemPart(long maxSize) {
        this.maxSize = maxSize;
    }

    /** In bytes: what there is room for on a stick. */
    public long maxSize() {
        return maxSize;
    }

    /** The folder of a release with its pieces. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
