package org.metalayer.cli;

import org.metalayer.cli.platform.Environment;

/** Entry point of {@code ./metalayer}. */
public final class MetaLayerMain {

    private MetaLayerMain() {}

    /** Exits with 0 when it went well, 1 when it failed, 2 when the command was not understood. */
    public static void main(String[] arguments) {
        System.exit(MetaLayer.in(Environment.ofThisProcess()).execute(RawArguments.of(arguments)));
    }
}
