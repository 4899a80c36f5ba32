package org.metalayer.image.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

class SbomTest {

    private static final Manifest MANIFEST =
            new Manifest(
                    new ImageName("console", "1.2", "amd64"),
                    "metalayer.raw",
                    3,
                    Sha256.of(new byte[] {1}),
                    List.of(),
                    List.of(),
                    List.of(
                            new DebianPackage("libc6", "2.41-12+deb13u1", "amd64"),
                            new DebianPackage("bsdutils", "1:2.41.5-0+deb13u1", "amd64")),
                    Instant.parse("2026-01-01T00:00:00Z"),
                    "0.1.0");

    @Test
    void namesEveryPackageAsOthersFindIt() {
        JsonObject sbom = Sbom.of(MANIFEST);
        assertThat(sbom.string("bomFormat")).isEqualTo("CycloneDX");
        assertThat(sbom.string("specVersion")).isEqualTo("1.6");
        assertThat(sbom.objects("components", each -> each.string("name")))
                .containsExactly("metalayer-usb-agent", "bsdutils", "libc6");
        assertThat(sbom.objects("components", each -> each.optionalString("purl").orElse("")))
                .containsExactly(
                        "",
                        "pkg:deb/debian/bsdutils@1%3A2.41.5-0%2Bdeb13u1?arch=amd64",
                        "pkg:deb/debian/libc6@2.41-12%2Bdeb13u1?arch=amd64");
        assertThat(sbom.string("serialNumber"))
                .matches("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    @Test
    void isTheSameForTheSameImage() {
        assertThat(Json.pretty(Sbom.of(MANIFEST))).isEqualTo(Json.pretty(Sbom.of(MANIFEST)));
    }

    @Test
    void theManifestIsReadAsItWasWritten() {
        assertThat(Manifest.read(Json.parseObject(Json.write(MANIFEST.write()))))
                .isEqualTo(MANIFEST);
    }
}
