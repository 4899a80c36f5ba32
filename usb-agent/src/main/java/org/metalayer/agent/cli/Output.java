package org.metalayer.agent.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
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
        print(() -> forPrograms, () -> forPeople);
    }

    /** Makes one of the two and prints it. */
    void print(Supplier<JsonObject> forPrograms, Supplier<String> forPeople) {
        out.println(
                json
                        ? PlainText.json(Json.pretty(forPrograms.get()))
                        : PlainText.lines(forPeople.get().stripTrailing()));
        out.flush();
    }
}
