package org.metalayer.image.layout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * What a partition is for, by its type (Discoverable Partitions Specification), for both processor
 * architectures that images are made for.
 */
public enum PartitionType {
    ESP("c12a7328-f81f-11d2-ba4b-00a0c93ec93b"),
    ROOT("4f68bce3-e8cd-4db1-96e7-fbcaf984b709", "b921b045-1df0-41c3-af44-4c6f280d3fae"),
    VERITY("2c7357ed-ebd2-46d9-aec1-23d437ec2bf5", "df3300ce-d69f-4c92-978c-9bfb0f38d820"),
    OTHER;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is
    private final Set<String> types;

    PartitionType(String... types) {
        this.types = Set.of(types);
    }

    static PartitionType of(String type) {
        String canonical = type.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(known -> known.types.contains(canonical))
                .findFirst()
                .orElse(OTHER);
    }
}
