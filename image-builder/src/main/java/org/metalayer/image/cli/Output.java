package org.metalayer.image.cli;

import java.io.PrintWriter;
import org.metalayer.protocol.PlainText;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Prints a result for people or for programs. */
final class Output {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Prints one of the two. */
    void print(JsonObject forPrograms, String forPeople) {
        PrintWriter out = command.commandLine().getOut();
        out.println(
                json
                        ? PlainText.json(Json.pretty(forPrograms))
                        : PlainText.lines(forPeople.stripTrailing()));
        out.flush();
    }
}
