package org.metalayer.agent.cli;

import java.io.PrintWriter;
import org.metalayer.protocol.PlainText;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Model.CommandSpec;

/** Prints a result for people or for programs. */
final class Output {

    private final PrintWriter out;
    private final boolean json;

    Output(CommandSpec command, StickOptions options) {
        this.out = command.commandLine().getOut();
        this.json = options.json();
    }

    /** Prints one of the two. */
    void print(JsonObject forPrograms, String forPeople) {
        out.println(
                json
                        ? PlainText.json(Json.pretty(forPrograms))
                        : PlainText.lines(forPeople.stripTrailing()));
        out.flush();
    }
}
