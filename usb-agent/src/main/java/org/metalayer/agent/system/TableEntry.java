package org.metalayer.agent.system;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.metalayer.protocol.json.JsonObject;

/**
 * A partition as the table has it.
 *
 * @param node its device
 * @param number in the table
 * @param type what it is for (Discoverable Partitions Specification)
 */
record TableEntry(Path node, int number, String type, UUID id, String label) {

    /** Roots of amd64 and arm64. */
    private static final Set<String> ROOT =
            Set.of("4f68bce3-e8cd-4db1-96e7-fbcaf984b709", "b921b045-1df0-41c3-af44-4c6f280d3fae");

    private static final Set<String> VERITY =
            Set.of("2c7357ed-ebd2-46d9-aec1-23d437ec2bf5", "df3300ce-d69f-4c92-978c-9bfb0f38d820");

    static TableEntry read(JsonObject json) {
        String node = json.string("node");
        return new TableEntry(
                Path.of(node),
                Integer.parseInt(node.replaceAll(".*?([0-9]+)$", "$1")),
                json.string("type").toLowerCase(Locale.ROOT),
                UUID.fromString(json.string("uuid")),
                json.optionalString("name").orElse(""));
    }

    boolean is(Slot.Part part) {
        return (part == Slot.Part.ROOT ? ROOT : VERITY).contains(type);
    }
}
