package org.metalayer.agent.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The agent's verbs, said about one stick's directory. */
record Verbs(Path directory) {

    /** Prepares a virtual stick. */
    Run init(URI server, String moduleId, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server",
                                server.toString(),
                                "--module-id",
                                moduleId,
                                "--module-name",
                                "Kitchen stick",
                                "--virtual",
                                "V1"));
        arguments.addAll(List.of(more));
        return say("init", arguments.toArray(String[]::new));
    }

    Run say(String verb, String... more) {
        List<String> arguments = new ArrayList<>(List.of(verb, "--dir", directory.toString()));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }
}
