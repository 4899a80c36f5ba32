package org.metalayer.protocol.message;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.trust.NamedTarget;

/**
 * One rollout in the deployment manifest (docs/protocol.md §7).
 *
 * @param releaseSha256 of the release's payload bytes: the director names exactly one document
 * @param seed 32 bytes as hex, absent before the start
 * @param bound every stick drawn at or below it is in
 * @param named draws of sticks that are in whatever the bound
 * @param target where the release document is, as its role must say, too
 * @param verifyFor how long a stick must stay healthy before it reports {@code verified}
 */
public record DeploymentEntry(
        UUID rolloutId,
        EntryState state,
        ComponentName component,
        long version,
        UUID releaseId,
        Sha256 releaseSha256,
        Optional<NamedTarget> target,
        ModuleName moduleName,
        UpgradeType upgradeType,
        Strategy strategy,
        String priority,
        List<RelativePath> files,
        List<String> features,
        Sha256 seedSha256,
        Optional<String> seed,
        Optional<Draw> bound,
        List<Draw> named,
        Duration verifyFor) {
    public DeploymentEntry {
        Texts.line("priority", priority, 1, 20);
        files = List.copyOf(files);
        features = List.copyOf(features);
        named = List.copyOf(named);
        if (version < 1 || verifyFor.isNegative()) {
            throw new MalformedDocumentException(
                    "version and verify_seconds must not be below 1 and 0");
        }
        seed.ifPresent(hex -> checkSeed(hex, seedSha256));
    }

    /**
     * Whether the stick is in the part of the fleet that this entry has reached; nobody is while
     * the seed is unknown.
     */
    public boolean reaches(UUID stickId) {
        return seed.map(hex -> Draw.of(HexFormat.of().parseHex(hex), stickId))
                .filter(draw -> bound.map(draw::within).orElse(false) || named.contains(draw))
                .isPresent();
    }

    private static void checkSeed(String hex, Sha256 commitment) {
        byte[] seed;
        try {
            seed = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new MalformedDocumentException("seed must be hex", e);
        }
        if (seed.length != 32 || !Sha256.of(seed).equals(commitment)) {
            throw new MalformedDocumentException(
                    "the revealed seed is not the one that was committed to");
        }
    }

    static DeploymentEntry read(JsonObject json) {
        return new DeploymentEntry(
                json.uuid("rollout_id"),
                EntryState.parse(json.string("state")),
                new ComponentName(json.string("component")),
                json.integer("version"),
                json.uuid("release_id"),
                new Sha256(json.string("release_sha256")),
                NamedTarget.read(json),
                new ModuleName(json.string("module_name")),
                UpgradeType.parse(json.string("upgrade_type")),
                Strategy.parse(json.string("strategy")),
                json.string("priority"),
                json.strings("files", RelativePath::new),
                json.strings("features", feature -> feature),
                new Sha256(json.string("seed_sha256")),
                json.optionalString("seed"),
                json.optionalString("bound").map(Draw::new),
                json.strings("named", Draw::new),
                Duration.ofSeconds(json.integer("verify_seconds")));
    }

    /** The entry as it stands in the manifest. */
    public JsonObject write() {
        JsonBuilder json =
                new JsonBuilder()
                        .put("rollout_id", rolloutId)
                        .put("state", state.wire())
                        .put("component", component.value())
                        .put("version", version)
                        .put("release_id", releaseId)
                        .put("release_sha256", releaseSha256.hex());
        target.ifPresent(named -> named.writeInto(json));
        return json.put("module_name", moduleName.value())
                .put("upgrade_type", upgradeType.wire())
                .put("strategy", strategy.name())
                .put("priority", priority)
                .strings("files", files, RelativePath::value)
                .put("features", features, JsonValue.Text::new)
                .put("seed_sha256", seedSha256.hex())
                .put("seed", seed.orElse(null))
                .put("bound", bound.map(Draw::hex).orElse(null))
                .strings("named", named, Draw::hex)
                .put("verify_seconds", verifyFor.toSeconds())
                .build();
    }
}
