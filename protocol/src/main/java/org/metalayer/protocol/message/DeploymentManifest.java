package org.metalayer.protocol.message;

import java.time.Instant;
import java.util.List;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Which releases are being rolled out, to whom, how (docs/protocol.md §7).
 *
 * @param sequence never falls
 */
public record DeploymentManifest(
        long sequence,
        Instant issuedAt,
        List<DeploymentEntry> entries,
        List<Withdrawal> withdrawn) {
    public DeploymentManifest {
        if (sequence < 0) {
            throw new MalformedDocumentException("sequence must not be negative");
        }
        entries = List.copyOf(entries);
        withdrawn = List.copyOf(withdrawn);
    }

    public static DeploymentManifest read(JsonObject json) {
        return new DeploymentManifest(
                json.integer("sequence"),
                json.instant("issued_at"),
                json.objects("entries", DeploymentEntry::read),
                json.objects("withdrawn", Withdrawal::read));
    }

    public JsonObject write() {
        return new JsonBuilder()
                .put("sequence", sequence)
                .put("issued_at", issuedAt)
                .put("entries", entries, DeploymentEntry::write)
                .put("withdrawn", withdrawn, Withdrawal::write)
                .build();
    }
}
