package org.metalayer.image.layout;

import java.util.List;
import java.util.UUID;

/**
 * A GUID partition table.
 *
 * @param id of the disk
 * @param end of what partitions may use, in bytes
 */
public record PartitionTable(UUID id, long end, List<Partition> partitions) {
    public PartitionTable {
        partitions = List.copyOf(partitions);
    }

    /** Where the last partition ends, in bytes. */
    public long used() {
        return partitions.stream().mapToLong(Partition::end).max().orElse(0);
    }
}
