package org.metalayer.server.evaluation.inventory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.message.UpgradeReport;

/**
 * A bill of materials in CycloneDX 1.6 (ECMA-424). Without a time and with a serial number made
 * from the report's id: the same files give the same bytes.
 */
public final class BillOfMaterials {

    private BillOfMaterials() {}

    public static JsonObject of(UpgradeReport report, List<Library> libraries) {
        SortedMap<String, List<Library>> byUrl =
                new TreeMap<>(libraries.stream().collect(Collectors.groupingBy(Library::purl)));
        UUID serial =
                UUID.nameUUIDFromBytes(
                        ("sbom " + report.reportId()).getBytes(StandardCharsets.UTF_8));
        return new JsonBuilder()
                .put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
                .put("bomFormat", "CycloneDX")
                .put("specVersion", "1.6")
                .put("serialNumber", "urn:uuid:" + serial)
                .put("version", 1)
                .put("metadata", metadata(report))
                .put("components", byUrl.entrySet(), BillOfMaterials::component)
                .build();
    }

    private static JsonObject metadata(UpgradeReport report) {
        return new JsonBuilder()
                .put(
                        "component",
                        new JsonBuilder()
                                .put("type", "application")
                                .put("bom-ref", "urn:uuid:" + report.reportId())
                                .put("name", report.component().value())
                                .build())
                .build();
    }

    private static JsonValue component(Map.Entry<String, List<Library>> found) {
        Library first = found.getValue().getFirst();
        return new JsonBuilder()
                .put("type", "library")
                .put("bom-ref", found.getKey())
                .put("name", first.name())
                .put("version", first.version())
                .put("purl", found.getKey())
                .put(
                        "evidence",
                        new JsonBuilder()
                                .put("occurrences", found.getValue(), BillOfMaterials::occurrence)
                                .build())
                .build();
    }

    private static JsonValue occurrence(Library library) {
        return new JsonBuilder().put("location", library.place()).build();
    }
}
