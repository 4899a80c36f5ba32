package org.metalayer.server.evaluation.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.json.JsonObject;

/** A version as somebody wrote it down, which may be wrong. */
public record PolicyText(List<RowText> rows, List<ExampleText> examples) {

    public PolicyText {
        rows = List.copyOf(rows);
        examples = List.copyOf(examples);
    }

    /** A row; an absent type, impact or condition matches any. */
    public record RowText(
            @Nullable String type,
            @Nullable String minImpact,
            @Nullable String condition,
            @Nullable String verdict,
            @Nullable String strategy,
            @Nullable String priority) {}

    /** An example; facts that are left out are as usual, an absent finding is "passed". */
    public record ExampleText(
            @Nullable String name,
            JsonObject facts,
            @Nullable String finding,
            @Nullable String verdict,
            @Nullable String strategy) {}
}
