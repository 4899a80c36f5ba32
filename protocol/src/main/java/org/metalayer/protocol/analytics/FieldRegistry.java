package org.metalayer.protocol.analytics;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * All fields that exist. A field is never given another meaning: it gets another name, and the
 * registry a higher version, which owners are asked about again.
 *
 * @param version counted from 1
 */
public record FieldRegistry(int version, List<Field> fields) {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration QUARTER = Duration.ofDays(90);
    private static final int NAMES = 64;
    private static final long MINUTES_OF_A_DAY = 24 * 60;
    private static final long MILLISECONDS_OF_AN_HOUR = 3_600_000;
    private static final long MANY = 1_000_000;
    private static final FieldType.Whole LEVEL = new FieldType.Whole(0, 100);
    private static final FieldType.Whole COUNT = new FieldType.Whole(0, MANY);

    /** The one that this program knows. */
    public static final FieldRegistry CURRENT =
            new FieldRegistry(
                    1,
                    List.of(
                            field(
                                    "session_duration_minutes",
                                    "How long the stick was used at a stretch.",
                                    Purpose.USAGE,
                                    new FieldType.Whole(0, MINUTES_OF_A_DAY),
                                    MONTH),
                            field(
                                    "features_used",
                                    "What was used, by the names that components give it.",
                                    Purpose.USAGE,
                                    new FieldType.Names(NAMES),
                                    MONTH),
                            field(
                                    "component",
                                    "Which component the record is about.",
                                    Purpose.USAGE,
                                    new FieldType.Word(Pattern.compile("[a-z0-9][a-z0-9-]{0,63}")),
                                    QUARTER),
                            field(
                                    "release",
                                    "Which release of the component ran.",
                                    Purpose.USAGE,
                                    new FieldType.Whole(1, Integer.MAX_VALUE),
                                    QUARTER),
                            field(
                                    "timings",
                                    "How long something took, in milliseconds.",
                                    Purpose.PERFORMANCE,
                                    new FieldType.Numbers(
                                            NAMES, new FieldType.Whole(0, MILLISECONDS_OF_AN_HOUR)),
                                    QUARTER),
                            field(
                                    "interactions",
                                    "How often something was done, such as a button pressed.",
                                    Purpose.INTERACTION,
                                    new FieldType.Numbers(NAMES, COUNT),
                                    MONTH),
                            field(
                                    "errors_encountered",
                                    "How many errors there were.",
                                    Purpose.RELIABILITY,
                                    COUNT,
                                    QUARTER),
                            field(
                                    "errors",
                                    "How many errors there were, by the names that components give"
                                            + " them.",
                                    Purpose.RELIABILITY,
                                    new FieldType.Numbers(NAMES, COUNT),
                                    QUARTER),
                            feeling("consciousness_level_start", "before"),
                            feeling("consciousness_level_end", "after")));

    /**
     * @throws IllegalArgumentException when two fields have one name
     */
    public FieldRegistry {
        fields = List.copyOf(fields);
        if (byName(fields).size() != fields.size()) {
            throw new IllegalArgumentException("two fields have one name");
        }
    }

    /** The field of this name. */
    public Optional<Field> field(String name) {
        return Optional.ofNullable(byName(fields).get(name));
    }

    /** Those that an owner who has seen an earlier version has not seen. */
    public List<Field> since(int seen) {
        return fields.stream().filter(field -> field.since() > seen).toList();
    }

    /** As the owner and programs read it. */
    public JsonObject write() {
        return new JsonBuilder()
                .put("version", version)
                .put("fields", fields, Field::write)
                .build();
    }

    private static Map<String, Field> byName(List<Field> fields) {
        Map<String, Field> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return byName;
    }

    private static Field field(
            String name, String meaning, Purpose purpose, FieldType type, Duration retention) {
        return new Field(name, meaning, 1, purpose, Sensitivity.ORDINARY, type, retention);
    }

    private static Field feeling(String name, String when) {
        return new Field(
                name,
                "How aware the owner said to be %s it, from 0 to 100.".formatted(when),
                1,
                Purpose.WELLBEING,
                Sensitivity.SENSITIVE,
                LEVEL,
                MONTH);
    }
}
