package org.metalayer.image.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/**
 * The bill of materials of an image, as CycloneDX 1.6. The same image has the same one: its number
 * is derived from the image, and its time is that of the sources.
 */
public final class Sbom {

    private static final String DISTRIBUTION = "debian";

    private Sbom() {}

    public static JsonObject of(Manifest manifest) {
        return new JsonBuilder()
                .put("bomFormat", "CycloneDX")
                .put("specVersion", "1.6")
                .put("serialNumber", "urn:uuid:" + number(manifest.sha256()))
                .put("version", 1)
                .put(
                        "metadata",
                        new JsonBuilder()
                                .put("timestamp", manifest.sourceDate())
                                .put("component", image(manifest))
                                .build())
                .put("components", components(manifest))
                .build();
    }

    private static JsonObject image(Manifest manifest) {
        return new JsonBuilder()
                .put("type", "operating-system")
                .put("bom-ref", manifest.name().toString())
                .put("name", ImageName.PRODUCT)
                .put("version", manifest.name().version())
                .put("hashes", List.of(manifest.sha256()), Sbom::hash)
                .build();
    }

    private static JsonValue components(Manifest manifest) {
        JsonObject agent =
                new JsonBuilder()
                        .put("type", "application")
                        .put("bom-ref", "agent")
                        .put("name", "metalayer-usb-agent")
                        .put("version", manifest.agentVersion())
                        .build();
        List<JsonValue> packages =
                manifest.packages().stream().<JsonValue>map(Sbom::library).toList();
        return new JsonValue.Array(Stream.concat(Stream.of(agent), packages.stream()).toList());
    }

    private static JsonObject library(DebianPackage each) {
        String url =
                "pkg:deb/%s/%s@%s?arch=%s"
                        .formatted(
                                DISTRIBUTION,
                                each.name(),
                                encoded(each.version()),
                                each.architecture());
        return new JsonBuilder()
                .put("type", "library")
                .put("bom-ref", url)
                .put("name", each.name())
                .put("version", each.version())
                .put("purl", url)
                .build();
    }

    private static JsonObject hash(Sha256 digest) {
        return new JsonBuilder().put("alg", "SHA-256").put("content", digest.hex()).build();
    }

    /** What may not stand in a package URL as it is: epochs, and versions of rebuilds. */
    private static String encoded(String version) {
        return version.replace("%", "%25").replace("+", "%2B").replace(":", "%3A");
    }

    private static UUID number(Sha256 digest) {
        return UUID.nameUUIDFromBytes(digest.hex().getBytes(StandardCharsets.US_ASCII));
    }
}
