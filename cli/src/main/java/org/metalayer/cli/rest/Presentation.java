package org.metalayer.cli.rest;

import java.util.function.BiConsumer;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.Environment;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Option;

/** The option that says for whom the result is: a person, or a program. */
public final class Presentation {
    private final Output output;

    @Option(names = "--json", description = "Print the Main System's JSON as it came.")
    private boolean json;

    public Presentation(Environment environment) {
        this.output = new Output(environment);
    }

    /** Prints the answer as it came, or as {@code text} shows it. */
    public void show(Answer answer, BiConsumer<Output, JsonObject> text) {
        if (json) {
            output.json(answer.body());
        } else {
            text.accept(output, answer.json());
        }
    }
}
