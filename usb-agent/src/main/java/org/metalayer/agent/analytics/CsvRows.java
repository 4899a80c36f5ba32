package org.metalayer.agent.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.ledger.LedgerEntry;

/** A record as lines of comma-separated values, one for each of its fields. */
final class CsvRows {

    static final String HEADER = line("number", "hash", "kind", "at", "state", "field", "value");

    private CsvRows() {}

    /** The lines of one record; one line that says so where its content was deleted. */
    static List<String> of(StoredEntry stored) {
        if (stored.content().isEmpty()) {
            return List.of(row(stored, "deleted", "", ""));
        }
        byte[] content = stored.content().get();
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, JsonValue> each : values(content).entrySet()) {
            rows.add(row(stored, "kept", each.getKey(), text(each.getValue())));
        }
        return rows.isEmpty() ? List.of(row(stored, "unknown", "", shown(content))) : rows;
    }

    private static Map<String, JsonValue> values(byte[] content) {
        try {
            return Json.parseObject(content)
                    .optionalObject("analytics")
                    .map(JsonObject::members)
                    .orElse(Map.of());
        } catch (MalformedDocumentException _) {
            return Map.of();
        }
    }

    private static String text(JsonValue value) {
        return value instanceof JsonValue.Text(String text) ? text : shown(Json.write(value));
    }

    private static String shown(byte[] utf8) {
        return new String(utf8, UTF_8);
    }

    private static String row(StoredEntry stored, String state, String field, String value) {
        LedgerEntry entry = stored.entry();
        return line(
                Long.toString(entry.number()),
                entry.hash().hex(),
                entry.kind().word(),
                entry.at().toString(),
                state,
                field,
                value);
    }

    private static String line(String... cells) {
        return Stream.of(cells).map(CsvCell::text).collect(Collectors.joining(",", "", "\r\n"));
    }
}
