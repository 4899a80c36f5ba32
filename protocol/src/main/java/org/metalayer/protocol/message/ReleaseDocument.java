package org.metalayer.protocol.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/**
 * One immutable version of a component, as it is signed (docs/protocol.md §7).
 *
 * @param version 1, 2, 3 … within the component
 * @param parents the releases it was made from
 */
public record ReleaseDocument(
        UUID releaseId,
        ComponentName component,
        long version,
        UpgradeType type,
        String description,
        List<String> features,
        FileManifest files,
        List<UUID> parents,
        UUID reportId,
        Contributor contributor,
        Instant createdAt) {
    public ReleaseDocument {
        if (version < 1) {
            throw new MalformedDocumentException("version must be at least 1, was " + version);
        }
        features = List.copyOf(features);
        parents = List.copyOf(parents);
    }

    public static ReleaseDocument read(JsonObject json) {
        return new ReleaseDocument(
                json.uuid("release_id"),
                new ComponentName(json.string("component")),
                json.integer("version"),
                UpgradeType.parse(json.string("type")),
                json.string("description"),
                json.strings("features", feature -> feature),
                Files.read(json),
                json.strings("parents", id -> JsonObject.uuid("parents", id)),
                json.uuid("report_id"),
                Contributor.read(json.object("contributor")),
                json.instant("created_at"));
    }

    public JsonObject write() {
        JsonBuilder json =
                new JsonBuilder()
                        .put("release_id", releaseId)
                        .put("component", component.value())
                        .put("version", version)
                        .put("type", type.wire())
                        .put("description", description)
                        .put("features", features, JsonValue.Text::new);
        return Files.write(json, files)
                .strings("parents", parents, UUID::toString)
                .put("report_id", reportId)
                .put("contributor", contributor.write())
                .put("created_at", createdAt)
                .build();
    }
}
