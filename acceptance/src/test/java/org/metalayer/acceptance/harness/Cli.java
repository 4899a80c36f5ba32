package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of an operator whose Main System this is. */
public record Cli(MainSystem system) {
    /** Runs a verb without the launcher, which a test of its own covers. */
    public Finished run(String... arguments) throws IOException, InterruptedException {
        return Finished.run(Programs.HOME, environment(), Programs.cli(arguments));
    }

    /** Runs a verb through {@code ./metalayer}. */
    public Finished launch(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./metalayer"));
        command.addAll(List.of(arguments));
        return Finished.run(Programs.HOME, environment(), command);
    }

    private Map<String, String> environment() throws IOException {
        return Map.of(
                // This very run has built what is there.
                "METALAYER_BUILD",
                "never",
                "METALAYER_URL",
                system.url().toString(),
                "METALAYER_TOKEN",
                Files.readString(system.data().resolve("operator.token")).strip());
    }
}
