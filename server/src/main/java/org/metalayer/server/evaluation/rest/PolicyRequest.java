package org.metalayer.server.evaluation.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.server.evaluation.policy.PolicyText;

/**
 * What a version of the policy shall say.
 *
 * @param note why, for people
 */
public record PolicyRequest(
        @NotNull @Size(max = 500) String note,
        @NotNull @Size(max = 200) List<@NotNull @Valid Row> rows,
        @NotNull @Size(max = 200) List<@NotNull @Valid Example> examples) {

    /** A row; an absent type, impact or condition matches any, and the priority is then normal. */
    public record Row(
            @Nullable String type,
            @Nullable String minImpact,
            @Nullable String condition,
            @NotNull String verdict,
            @Nullable String strategy,
            @Nullable String priority) {

        PolicyText.RowText text() {
            return new PolicyText.RowText(type, minImpact, condition, verdict, strategy, priority);
        }
    }

    /**
     * An example.
     *
     * @param facts those that are not as usual; GET /api/v1/policies/facts lists them
     * @param finding passed, doubtful or refused; passed where it is not given
     */
    public record Example(
            @NotNull String name,
            @NotNull Map<String, Object> facts,
            @Nullable String finding,
            @NotNull String verdict,
            @Nullable String strategy) {

        PolicyText.ExampleText text() {
            return new PolicyText.ExampleText(name, json(facts), finding, verdict, strategy);
        }
    }

    PolicyText text() {
        return new PolicyText(
                rows.stream().map(Row::text).toList(),
                examples.stream().map(Example::text).toList());
    }

    private static JsonObject json(Map<String, Object> facts) {
        JsonBuilder json = new JsonBuilder();
        facts.forEach((name, value) -> json.put(name, value(value)));
        return json.build();
    }

    /**
     * What is neither text nor number nor truth, or too large for any, stands for nothing, which no
     * fact takes.
     */
    private static JsonValue value(@Nullable Object value) {
        return switch (value) {
            case String text -> new JsonValue.Text(text);
            case Boolean flag -> new JsonValue.Bool(flag);
            case Double number when !Double.isFinite(number) -> new JsonValue.Null();
            case Number number -> new JsonValue.Decimal(new BigDecimal(number.toString()));
            case null, default -> new JsonValue.Null();
        };
    }
}
