package org.metalayer.cli.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.Environment;
import org.metalayer.protocol.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys show}: what one is about to sign, in plain words. */
@Command(
        name = "show",
        description = "Say in plain words what a signing file changes, and who has signed it.",
        footer = {"", "Exit code 0: everything is signed. 1: signatures are missing."})
public final class ShowCommand implements Callable<Integer> {
    private final Output output;
    private final SigningText text;

    @Parameters(paramLabel = "FILE", description = "The signing file.")
    private Path path;

    @Option(names = "--json", description = "Print the documents themselves.")
    private boolean json;

    public ShowCommand(Environment environment) {
        this.output = new Output(environment);
        this.text = new SigningText(environment.clock());
    }

    @Override
    public Integer call() throws IOException {
        SigningFile file = SigningFile.read(path);
        if (json) {
            output.json(Json.write(SigningText.json(file)));
        } else {
            text.print(output, file);
        }
        boolean signed =
                file.documents().stream()
                        .flatMap(document -> file.demands(document).stream())
                        .allMatch(Demand::isMet);
        return signed ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
