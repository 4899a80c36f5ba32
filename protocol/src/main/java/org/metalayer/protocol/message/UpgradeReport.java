package org.metalayer.protocol.message;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;

/**
 * A stick's signed proposal (docs/protocol.md §5).
 *
 * @param reportId made by the stick: what makes sending it twice harmless
 * @param parents the releases it improves; empty for a new component
 * @param files the whole component after the change
 */
public record UpgradeReport(
        UUID reportId,
        Contributor contributor,
        ComponentName component,
        UpgradeType type,
        String description,
        List<String> features,
        List<Claim> claims,
        List<UUID> parents,
        FileManifest files,
        Instant createdAt) {
    private static final int MAX_FEATURES = 50;
    private static final int MAX_CLAIMS = 20;
    private static final int MAX_PARENTS = 8;

    public UpgradeReport {
        Texts.prose("description", description, 1, 2000);
        features = limited("features", features, MAX_FEATURES);
        features.forEach(feature -> Texts.line("feature", feature, 1, 100));
        claims = limited("claims", claims, MAX_CLAIMS);
        parents = limited("parents", parents, MAX_PARENTS);
        if (new HashSet<>(parents).size() != parents.size()) {
            throw new MalformedDocumentException("a parent is named twice");
        }
        if (files.files().isEmpty()) {
            throw new MalformedDocumentException("a report must name at least one file");
        }
    }

    /** The same proposal of a stick that has become another one. */
    public UpgradeReport by(Contributor other, UUID newId) {
        return new UpgradeReport(
                newId,
                other,
                component,
                type,
                description,
                features,
                claims,
                parents,
                files,
                createdAt);
    }

    public static UpgradeReport verify(Envelope envelope, VerifyingKey key) {
        return read(Json.parseObject(envelope.verify(PayloadType.UPGRADE_REPORT, key)));
    }

    public Envelope sign(SigningKey key) {
        return Envelope.sign(PayloadType.UPGRADE_REPORT, Json.write(write()), key);
    }

    /** Reads a payload whose signature was checked before. */
    public static UpgradeReport read(JsonObject json) {
        return new UpgradeReport(
                json.uuid("report_id"),
                Contributor.read(json),
                new ComponentName(json.string("component")),
                UpgradeType.parse(json.string("type")),
                json.string("description"),
                json.strings("features", feature -> feature),
                json.objects("claims", Claim::read),
                json.strings("parents", id -> JsonObject.uuid("parents", id)),
                Files.read(json),
                json.instant("created_at"));
    }

    public JsonObject write() {
        JsonBuilder json =
                new JsonBuilder()
                        .put("report_id", reportId)
                        .put("module_id", contributor.moduleId().value())
                        .put("module_name", contributor.moduleName().value())
                        .put("component", component.value())
                        .put("type", type.wire())
                        .put("description", description)
                        .put("features", features, JsonValue.Text::new)
                        .put("claims", claims, Claim::write)
                        .strings("parents", parents, UUID::toString);
        return Files.write(json, files).put("created_at", createdAt).build();
    }

    private static <T> List<T> limited(String what, List<T> items, int max) {
        if (items.size() > max) {
            throw new MalformedDocumentException(
                    "at most %d %s, here are %d".formatted(max, what, items.size()));
        }
        return List.copyOf(items);
    }
}
