package org.metalayer.image.layout;

import java.util.ArrayList;
import java.util.List;
import org.metalayer.image.base.ImageException;

/**
 * The partitions of a Meta Layer image by what they are for.
 *
 * @param slots A and B
 * @param data where the agent and its content live
 */
public record Layout(PartitionTable table, Partition esp, List<Slot> slots, Partition data) {

    /** The label of the data partition. */
    public static final String DATA = "mldata";

    public Layout {
        slots = List.copyOf(slots);
    }

    /**
     * Finds them.
     *
     * @throws ImageException when it is no table of a Meta Layer image
     */
    public static Layout of(PartitionTable table) {
        List<Partition> roots = of(table, PartitionType.ROOT);
        List<Partition> hashes = of(table, PartitionType.VERITY);
        List<Slot> slots = new ArrayList<>();
        if (roots.size() != 2 || hashes.size() != 2) {
            throw not(
                    "two root partitions and two for their hashes, it has %s and %s"
                            .formatted(roots.size(), hashes.size()));
        }
        for (int i = 0; i < roots.size(); i++) {
            slots.add(new Slot((char) ('A' + i), roots.get(i), hashes.get(i)));
        }
        List<Partition> data =
                of(table, PartitionType.OTHER).stream()
                        .filter(partition -> partition.label().equals(DATA))
                        .toList();
        return new Layout(
                table,
                only("EFI partition", of(table, PartitionType.ESP)),
                slots,
                only("partition labelled " + DATA, data));
    }

    private static List<Partition> of(PartitionTable table, PartitionType type) {
        return table.partitions().stream().filter(each -> each.type() == type).toList();
    }

    private static Partition only(String what, List<Partition> found) {
        if (found.size() != 1) {
            throw not("one %s, it has %s".formatted(what, found.size()));
        }
        return found.getFirst();
    }

    private static ImageException not(String expected) {
        return new ImageException("this is no Meta Layer image: such one has " + expected);
    }
}
