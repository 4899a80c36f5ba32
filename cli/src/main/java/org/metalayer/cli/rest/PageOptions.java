package org.metalayer.cli.rest;

import org.jspecify.annotations.Nullable;
import org.metalayer.cli.output.Output;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Option;

/** Which page of a list is wanted. */
public final class PageOptions {
    /** The most that the Main System sends at once. */
    static final int LARGEST = 200;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most this many, 1 to 200. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--after",
            paramLabel = "CURSOR",
            description = "Go on where an earlier page ended.")
    private @Nullable String after;

    public Query of(Query list) {
        return list.with("limit", limit).with("after", after);
    }

    /** Says how to see more, when there is more. */
    public void footer(Output output, JsonObject page) {
        page.optionalString("next")
                .ifPresent(next ->
                        output.line(
                                "%d in total; the next ones: --after %s"
                                        .formatted(page.integer("total"), next)));
    }
}
