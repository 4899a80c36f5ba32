package org.metalayer.image.disk;

import java.util.List;

/**
 * A partition that a disk has now.
 *
 * @param name such as {@code sdb1}
 * @param size in bytes
 * @param places where it is mounted, or {@code swap}
 */
public record DiskPartition(String name, long size, List<String> places) {
    public DiskPartition {
        places = List.copyOf(places);
    }
}
