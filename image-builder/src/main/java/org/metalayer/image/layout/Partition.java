package org.metalayer.image.layout;

import java.util.UUID;

/**
 * A partition as the table describes it.
 *
 * @param number from 1
 * @param start in bytes
 * @param size in bytes
 * @param id its own GUID
 * @param label its name in the table
 */
public record Partition(
        int number, long start, long size, PartitionType type, UUID id, String label) {

    public long end() {
        return start + size;
    }
}
