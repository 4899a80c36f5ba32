package org.metalayer.cli.process;

import java.nio.file.Path;

/** The Java that runs this program runs the others, too. */
public final class Java {

    private Java() {}

    /** Path of the {@code java} program. */
    public static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
