package org.metalayer.agent.cli;

import java.nio.file.Path;
import org.metalayer.agent.stick.StickDirectory;
import picocli.CommandLine.Option;

/** What every verb of a stick takes. */
public final class StickOptions {

    @Option(
            names = {"--dir", "--directory"},
            paramLabel = "DIR",
            defaultValue = "${env:METALAYER_STICK:-.}",
            description =
                    "The stick's directory. Default: METALAYER_STICK, or the working directory.")
    private Path directory;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** The directory, prepared or not. */
    StickDirectory directory() {
        return new StickDirectory(directory);
    }

    /** The prepared directory. */
    StickDirectory stick() {
        return StickDirectory.existing(directory);
    }

    boolean json() {
        return json;
    }
}
