package org.metalayer.acceptance.harness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/**
 * The payload of an upgrade report (docs/protocol.md §5) that starts out right and into which
 * anything wrong can be written, which the protocol's own types would refuse.
 */
public final class Draft {
    private final UUID reportId = UUID.randomUUID();
    private final Map<String, JsonValue> members = new LinkedHashMap<>();
    private final List<JsonValue> files = new ArrayList<>();

    private Draft(String moduleId, String component) {
        members.putAll(
                new JsonBuilder()
                        .put("report_id", reportId)
                        .put("module_id", moduleId)
                        .put("module_name", WireStick.nameOf(moduleId))
                        .put("component", component)
                        .put("type", "ux")
                        .put("description", "A change")
                        .put("features", List.of(), JsonValue.Text::new)
                        .put("claims", List.of(), JsonValue.Text::new)
                        .put("parents", List.of(), JsonValue.Text::new)
                        .put("created_at", Instant.now())
                        .build()
                        .members());
    }

    static Draft of(String moduleId, String component) {
        return new Draft(moduleId, component);
    }

    public UUID reportId() {
        return reportId;
    }

    public Draft with(String member, String value) {
        members.put(member, new JsonValue.Text(value));
        return this;
    }

    public Draft with(String member, List<String> values) {
        members.put(member, new JsonValue.Array(List.copyOf(texts(values))));
        return this;
    }

    private static List<JsonValue.Text> texts(List<String> values) {
        return values.stream().map(JsonValue.Text::new).toList();
    }

    /** Announces a file with these bytes. */
    public Draft file(String path, byte[] content) {
        return file(path, content.length, Sha256.of(content));
    }

    /** Announces a file that is executed. */
    public Draft program(String path, byte[] content) {
        return file(path, content.length, Sha256.of(content), "0755");
    }

    /** Announces a file, truthfully or not. */
    public Draft file(String path, long size, Sha256 digest) {
        return file(path, size, digest, "0644");
    }

    private Draft file(String path, long size, Sha256 digest, String mode) {
        files.add(
                new JsonBuilder()
                        .put("path", path)
                        .put("size", size)
                        .put("mode", mode)
                        .put("sha256", digest.hex())
                        .build());
        return this;
    }

    /** The bytes to be signed. */
    public byte[] payload() {
        Map<String, JsonValue> all = new LinkedHashMap<>(members);
        all.put("files", new JsonValue.Array(files));
        return Json.write(new JsonObject(all));
    }
}
