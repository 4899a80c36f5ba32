package org.metalayer.server.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.Contributor;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.trust.ReleaseRole;

/** A release of when each was an envelope of its own. */
record OlderRelease(ReleaseDocument document) {

    static final UUID STICK = UUID.fromString("00000000-0000-0000-0000-0000000000aa");

    /** One with a page and another file, of this mode. */
    static OlderRelease of(String component, long version, FileMode mode) {
        byte[] page = (component + version).getBytes(StandardCharsets.UTF_8);
        return new OlderRelease(
                new ReleaseDocument(
                        UUID.randomUUID(),
                        new ComponentName(component),
                        version,
                        UpgradeType.FEATURE,
                        "Größere Listen — 音楽 \"\\\n",
                        List.of("Überblick", "a, {b} \"c\""),
                        FileManifest.of(
                                List.of(
                                        file("index.html", page, FileMode.PLAIN),
                                        file("bin/müsic", page, mode))),
                        List.of(),
                        UUID.randomUUID(),
                        new Contributor(new ModuleId("usb_001"), new ModuleName("Küche")),
                        Instant.parse("2026-01-01T00:00:00Z")));
    }

    byte[] payload() {
        return Json.write(document.write());
    }

    ReleaseRole role() {
        return ReleaseRole.of(document.component(), document.files());
    }

    byte[] envelope() {
        return envelope("release", document.write());
    }

    /** A document in an envelope, as it was kept. */
    static byte[] envelope(String type, JsonObject document) {
        return Json.write(
                new JsonBuilder()
                        .put("payloadType", "application/vnd.metalayer.%s.v1+json".formatted(type))
                        .put("payload", Json.write(document))
                        .put(
                                "signatures",
                                List.of("11".repeat(32)),
                                key ->
                                        new JsonBuilder()
                                                .put("keyid", key)
                                                .put("sig", "AA==")
                                                .build())
                        .build());
    }

    private static FileEntry file(String path, byte[] content, FileMode mode) {
        return new FileEntry(new RelativePath(path), content.length, mode, Sha256.of(content));
    }
}
