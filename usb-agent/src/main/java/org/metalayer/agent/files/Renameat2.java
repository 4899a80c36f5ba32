package org.metalayer.agent.files;

import java.nio.file.Path;

/**
 * The system call renameat2(2), which the JDK has no method for. A native image calls it by {@link
 * NativeRenameat2} instead.
 */
final class Renameat2 {

    static final int NOREPLACE = 1;
    static final int EXCHANGE = 2;

    static final int CURRENT_DIRECTORY = -100;

    private Renameat2() {}

    /** Zero, or the number of the error. */
    static int call(Path from, Path to, int flags) {
        return ForeignRenameat2.call(from, to, flags);
    }
}
