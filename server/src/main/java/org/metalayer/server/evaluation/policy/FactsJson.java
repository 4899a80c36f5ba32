package org.metalayer.server.evaluation.policy;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.server.evaluation.impact.ImpactLevel;

/** Facts as an object with one member each, in the order of {@link Fact}. */
public final class FactsJson {

    /** A shorter way to say a score. */
    private static final String IMPACT = "impact";

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private FactsJson() {}

    public static JsonObject write(Facts facts) {
        JsonBuilder json = new JsonBuilder();
        facts.values()
                .forEach((fact, value) -> {
                    switch (value) {
                        case Long number -> json.put(fact.word(), number);
                        case Boolean flag -> json.put(fact.word(), flag.booleanValue());
                        default -> json.put(fact.word(), value.toString());
                    }
                });
        return json.build();
    }

    /**
     * Reads facts; those that are left out are as usual. {@code "impact": "high"} stands for a
     * score of that level.
     *
     * @throws MalformedDocumentException where a member is unknown or has a value that it cannot
     *     have
     */
    public static Facts read(JsonObject json) {
        EnumMap<Fact, Object> values = new EnumMap<>(Facts.usual().values());
        Optional<ImpactLevel> level = level(json);
        level.ifPresent(given -> values.put(Fact.SCORE, score(given)));
        for (Map.Entry<String, JsonValue> member : json.members().entrySet()) {
            if (!member.getKey().equals(IMPACT)) {
                Fact fact = fact(member.getKey());
                values.put(fact, value(fact, member.getValue()));
            }
        }
        Facts facts = new Facts(values);
        if (level.filter(given -> given != facts.level()).isPresent()) {
            throw new MalformedDocumentException(
                    "a score of %d is of %s impact: leave one of the two out"
                            .formatted(facts.number(Fact.SCORE), facts.level().wire()));
        }
        return facts;
    }

    private static Optional<ImpactLevel> level(JsonObject json) {
        return json.optionalString(IMPACT)
                .map(word ->
                        Stream.of(ImpactLevel.values())
                                .filter(level -> level.wire().equals(word))
                                .findFirst()
                                .orElseThrow(() ->
                                        new MalformedDocumentException(
                                                "impact must be low, medium or high, was \"%s\""
                                                        .formatted(Texts.shown(word)))));
    }

    static Long score(ImpactLevel level) {
        return switch (level) {
            case LOW -> 10L;
            case MEDIUM -> 40L;
            case HIGH -> 70L;
        };
    }

    private static Fact fact(String word) {
        return Stream.of(Fact.values())
                .filter(fact -> fact.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new MalformedDocumentException(
                                "there is no fact \"%s\"".formatted(Texts.shown(word))));
    }

    private static Object value(Fact fact, JsonValue json) {
        Object value =
                switch (json) {
                    case JsonValue.Text(String text) -> text;
                    case JsonValue.Bool(boolean flag) -> flag;
                    case JsonValue.Decimal(BigDecimal number)
                            when number.scale() <= 0 && number.abs().compareTo(MOST) <= 0 ->
                            number.longValueExact();
                    default -> json;
                };
        if (!fact.takes(value)) {
            throw new MalformedDocumentException(
                    "%s must be %s".formatted(fact.word(), fact.wants()));
        }
        return value;
    }
}
