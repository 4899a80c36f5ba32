package org.metalayer.agent.system;

import java.io.IOException;
import java.util.List;

/**
 * Both slots, and which of them runs.
 *
 * @param other the one that may be written
 */
public record Slots(Slot running, Slot other) {

    /**
     * Tells them apart by the root that the kernel was started with: labels say what was written,
     * not what runs.
     *
     * @throws IOException when none or both of them run, or the other is not ours
     */
    public static Slots of(List<Slot> both, RootHash booted) throws IOException {
        List<Slot> running =
                both.stream()
                        .filter(slot -> slot.rootPartition().equals(booted.rootPartition()))
                        .toList();
        if (both.size() != 2 || running.size() != 1) {
            throw new IOException(
                    "%s of the stick's %s system partitions run: two are needed, of which one does"
                            .formatted(running.size(), both.size()));
        }
        Slot other = both.get(1 - both.indexOf(running.getFirst()));
        if (!other.isOurs()) {
            throw new IOException(
                    "the partition \"%s\" is none of ours and is not written"
                            .formatted(other.label()));
        }
        return new Slots(running.getFirst(), other);
    }
}
