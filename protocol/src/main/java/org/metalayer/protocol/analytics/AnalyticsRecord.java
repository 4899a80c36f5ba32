package org.metalayer.protocol.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/**
 * What was recorded at one time (docs/protocol.md).
 *
 * @param analytics values by the names of their fields; at least one
 * @param retention for how long the Main System may keep it, whole days
 */
public record AnalyticsRecord(
        ModuleId moduleId,
        Instant timestamp,
        Map<String, JsonValue> analytics,
        Duration retention) {

    private static final Set<String> MEMBERS =
            Set.of(
                    "module_id",
                    "timestamp",
                    "analytics",
                    "user_can_see_this",
                    "data_retention_days",
                    "can_delete_anytime");

    private static final Duration LONGEST_RETENTION = Duration.ofDays(365);

    /**
     * @throws MalformedDocumentException when there is no value, or one that no field can hold
     */
    public AnalyticsRecord {
        analytics = Map.copyOf(new LinkedHashMap<>(analytics));
        if (analytics.isEmpty()) {
            throw new MalformedDocumentException("\"analytics\" holds nothing");
        }
        long most = LONGEST_RETENTION.toDays();
        for (Map.Entry<String, JsonValue> each : analytics.entrySet()) {
            Field field =
                    FieldRegistry.CURRENT
                            .field(each.getKey())
                            .orElseThrow(() -> unknown(each.getKey()));
            field.type().require(field.name(), each.getValue());
            most = Math.min(most, field.retention().toDays());
        }
        if (retention.compareTo(Duration.ofDays(1)) < 0
                || retention.compareTo(Duration.ofDays(most)) > 0
                || !retention.equals(Duration.ofDays(retention.toDays()))) {
            throw new MalformedDocumentException(
                    "\"data_retention_days\" must be 1 to %d for what is recorded".formatted(most));
        }
    }

    /**
     * Reads one.
     *
     * @throws MalformedDocumentException when something is missing, unknown, or promises less than
     *     every record does: that its owner can see and delete it
     */
    public static AnalyticsRecord read(JsonObject json) {
        json.members().keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new MalformedDocumentException(
                            "\"%s\" is no member of a record".formatted(Texts.shown(name)));
                });
        requirePromise(json, "user_can_see_this");
        requirePromise(json, "can_delete_anytime");
        return new AnalyticsRecord(
                new ModuleId(json.string("module_id")),
                json.instant("timestamp"),
                json.object("analytics").members(),
                retention(json.integer("data_retention_days")));
    }

    /** As it stands in the ledger and is sent: the bytes of one line. */
    public byte[] bytes() {
        JsonBuilder values = new JsonBuilder();
        for (Field field : FieldRegistry.CURRENT.fields()) {
            Optional.ofNullable(analytics.get(field.name()))
                    .ifPresent(value -> values.put(field.name(), value));
        }
        return Json.write(
                new JsonBuilder()
                        .put("module_id", moduleId.value())
                        .put("timestamp", timestamp)
                        .put("analytics", values.build())
                        .put("user_can_see_this", true)
                        .put("data_retention_days", retention.toDays())
                        .put("can_delete_anytime", true)
                        .build());
    }

    /** The same with some of its fields; empty where none of them is in it. */
    public Optional<AnalyticsRecord> with(Predicate<Field> wanted) {
        Map<String, JsonValue> kept = new LinkedHashMap<>();
        analytics.forEach((name, value) ->
                FieldRegistry.CURRENT
                        .field(name)
                        .filter(wanted)
                        .ifPresent(_ -> kept.put(name, value)));
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnalyticsRecord(moduleId, timestamp, kept, retention));
    }

    /** Days of an absurd number are refused as too many, and not by an overflow. */
    private static Duration retention(long days) {
        return Duration.ofDays(Math.clamp(days, 0, LONGEST_RETENTION.toDays() + 1));
    }

    private static void requirePromise(JsonObject json, String name) {
        if (!json.bool(name)) {
            throw new MalformedDocumentException(
                    "\"%s\" must be true: that holds for every record".formatted(name));
        }
    }

    private static MalformedDocumentException unknown(String name) {
        return new MalformedDocumentException(
                "\"%s\" is no field of the registry, version %d"
                        .formatted(Texts.shown(name), FieldRegistry.CURRENT.version()));
    }
}
