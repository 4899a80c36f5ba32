package org.metalayer.cli.rollout;

import java.time.InstantSource;
import java.util.List;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.protocol.json.JsonObject;

/** The deployment manifest as people read it. */
final class ManifestText {
    private final RelativeTime times;

    ManifestText(InstantSource clock) {
        this.times = new RelativeTime(clock);
    }

    void print(Output output, JsonObject answer) {
        JsonObject manifest = answer.object("payload");
        output.line(
                "Deployment manifest %d, issued %s"
                        .formatted(
                                manifest.integer("sequence"),
                                times.of(manifest.instant("issued_at"))));
        output.details(signing(answer.object("director")));
        List<JsonObject> entries = manifest.objects("entries", entry -> entry);
        List<JsonObject> withdrawn = manifest.objects("withdrawn", release -> release);
        for (JsonObject entry : entries) {
            output.blank();
            output.heading(named(entry));
            output.indented(entry(entry));
        }
        for (JsonObject release : withdrawn) {
            output.blank();
            output.heading(named(release));
            output.indented(withdrawal(release));
        }
        if (entries.isEmpty() && withdrawn.isEmpty()) {
            output.blank();
            output.line(
                    "Nothing is being rolled out. Pending upgrade reports: ./metalayer evaluate");
        }
    }

    /** Of the director's metadata, which names the manifest by length and digest. */
    private Details signing(JsonObject metadata) {
        JsonObject signed = metadata.object("signed");
        return new Details()
                .add("Listed by", "director, version %d".formatted(signed.integer("version")))
                .add("Expires", times.of(signed.instant("expires")))
                .lines(
                        "Signed by key",
                        metadata.objects("signatures", signature -> signature.string("keyid")));
    }

    private static String named(JsonObject release) {
        return "%s %d".formatted(release.string("component"), release.integer("version"));
    }

    private static Details entry(JsonObject entry) {
        return new Details()
                .add("module_name", entry.string("module_name"))
                .add("upgrade_type", entry.string("upgrade_type"))
                .add("strategy", entry.string("strategy"))
                .add("priority", entry.string("priority"))
                .lines("files", entry.strings("files", path -> path))
                .lines("features", entry.strings("features", feature -> feature))
                .add("state", Cell.state(entry.string("state")))
                .add("reaches", reach(entry))
                .add("rollout_id", entry.string("rollout_id"))
                .add("release_id", entry.string("release_id"))
                .add("release_sha256", entry.string("release_sha256"))
                .add("seed_sha256", entry.string("seed_sha256"))
                .add("seed", entry.optionalString("seed").orElse("secret until the start"))
                .add("verify_seconds", Cell.of(entry.integer("verify_seconds")));
    }

    private static String reach(JsonObject entry) {
        int named = entry.strings("named", draw -> draw).size();
        String drawn =
                entry.optionalString("bound")
                        .map("sticks with a draw up to %s"::formatted)
                        .orElse("nobody by draw");
        return named == 0 ? drawn : "%s, and %d named".formatted(drawn, named);
    }

    private static Details withdrawal(JsonObject release) {
        return new Details()
                .add("state", Cell.state("withdrawn"))
                .add("reason", release.string("reason"))
                .add("rollout_id", release.string("rollout_id"))
                .add("release_id", release.string("release_id"));
    }
}
