package org.metalayer.agent.system;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.metalayer.agent.system.BootEntry.Health;
import org.metalayer.protocol.system.SystemVersion;

/**
 * Puts a system into the slot that does not run. Whatever cuts it off, the computer boots what ran
 * before, or the new system whole; doing it again completes it and writes only what is not there.
 */
public final class SystemUpgrade {

    /** Bytes that are read, compared and written at once. */
    static final int PIECE = 4 << 20;

    /** No ending that a boot loader takes for an entry. */
    private static final String UNFINISHED = ".new";

    private static final String UNRELIABLE =
            "the stick does not give back what was written to it: replace it soon";

    private static final String NO_OTHER = "there is no other system on the stick to go back to";

    private final SystemStorage storage;
    private final int piece;

    public SystemUpgrade(SystemStorage storage) {
        this(storage, PIECE);
    }

    SystemUpgrade(SystemStorage storage, int piece) {
        this.storage = storage;
        this.piece = piece;
    }

    /**
     * Stages it: the next start tries it.
     *
     * @throws IOException when it could not be done now, or must not be; what runs is unharmed
     */
    public void stage(SystemImage image) throws IOException {
        Slots slots = storage.slots();
        requireWayBack(slots, image);
        // From here on nothing boots from the other slot, so that it may be written.
        deleteEntries(entry -> !isOf(entry, slots.running()));
        storage.labelEmpty(slots.other().name());
        for (Slot.Part part : Slot.Part.values()) {
            write(image, slots.other().name(), part);
        }
        for (Slot.Part part : Slot.Part.values()) {
            requireWritten(image, slots.other().name(), part);
        }
        storage.label(slots.other().name(), image.version(), image.rootHash());
        addEntry(image);
    }

    /** Does not try what was staged, if anything was. What was found good once is a way back. */
    public void forget() throws IOException {
        Slot running = storage.slots().running();
        deleteEntries(entry -> !isOf(entry, running) && entry.health() != Health.GOOD);
    }

    /**
     * Has the next start go to the system before.
     *
     * @throws IOException when there is none that was found good
     */
    public void leave() throws IOException {
        Slots slots = storage.slots();
        SystemVersion runs = required(slots.running());
        SystemVersion before = required(slots.other());
        // Upwards is a way for releases only.
        if (!isGood(before) || before.compareTo(runs) >= 0) {
            throw new IOException(NO_OTHER);
        }
        for (String name : storage.entries()) {
            Optional<BootEntry> entry =
                    BootEntry.parse(name).filter(it -> it.version().equals(runs));
            if (entry.filter(it -> it.health() != Health.BAD).isPresent()) {
                storage.renameEntry(name, entry.get().given(BootCount.SPENT).fileName());
            }
        }
        storage.flushEntries();
    }

    private static SystemVersion required(Slot slot) throws IOException {
        return slot.version().orElseThrow(() -> new IOException(NO_OTHER));
    }

    /** A system that has not proved itself yet is not what one could come back to. */
    private void requireWayBack(Slots slots, SystemImage image) throws IOException {
        Optional<SystemVersion> runs = slots.running().version();
        if (runs.isEmpty() || !isGood(runs.get())) {
            throw new IOException(
                    "the running system has not been found good yet: there would be no way back");
        }
        if (runs.equals(Optional.of(image.version()))
                || slots.running().rootPartition().equals(image.rootHash().rootPartition())) {
            // Two partitions of one id would be one too many for the kernel.
            throw new IOException(
                    "version %s runs already, perhaps under another number"
                            .formatted(image.version()));
        }
    }

    private boolean isGood(SystemVersion version) throws IOException {
        return entries().stream()
                .anyMatch(
                        entry -> entry.version().equals(version) && entry.health() == Health.GOOD);
    }

    /** Deletes what is left over of writing, and of our entries those that match. */
    private void deleteEntries(Predicate<BootEntry> which) throws IOException {
        for (String name : storage.entries()) {
            boolean leftover = name.endsWith(UNFINISHED);
            if (leftover || BootEntry.parse(name).filter(which).isPresent()) {
                storage.deleteEntry(name);
            }
        }
        storage.flushEntries();
    }

    private static boolean isOf(BootEntry entry, Slot slot) {
        return slot.version().filter(entry.version()::equals).isPresent();
    }

    /** Reading is faster than writing, and what an earlier attempt wrote spares the flash. */
    private void write(SystemImage image, Slot.Name slot, Slot.Part part) throws IOException {
        compare(image, slot, part, (offset, content) -> storage.write(slot, part, offset, content));
        storage.flush(slot, part);
    }

    private void requireWritten(SystemImage image, Slot.Name slot, Slot.Part part)
            throws IOException {
        compare(
                image,
                slot,
                part,
                (_, _) -> {
                    throw new IOException(UNRELIABLE);
                });
    }

    /** What is done where the slot holds something else than the image. */
    @FunctionalInterface
    private interface Difference {
        void at(long offset, byte[] content) throws IOException;
    }

    private void compare(SystemImage image, Slot.Name slot, Slot.Part part, Difference difference)
            throws IOException {
        try (InputStream content = filled(image, slot, part)) {
            long offset = 0;
            byte[] next = content.readNBytes(piece);
            while (next.length > 0) {
                if (!Arrays.equals(next, storage.read(slot, part, offset, next.length))) {
                    difference.at(offset, next);
                }
                offset += next.length;
                next = content.readNBytes(piece);
            }
        }
    }

    /** With zeros behind its end, as it was built: what was there before means nothing any more. */
    private InputStream filled(SystemImage image, Slot.Name slot, Slot.Part part)
            throws IOException {
        return new Filled(image.open(part), storage.size(slot, part));
    }

    /** Last: from now on the new system is tried. */
    private void addEntry(SystemImage image) throws IOException {
        String name = new BootEntry(image.version(), Optional.of(BootCount.FRESH)).fileName();
        try (InputStream kernel = image.kernel()) {
            storage.writeEntry(name + UNFINISHED, kernel);
        }
        try (InputStream kernel = image.kernel()) {
            requireWritten(kernel, name + UNFINISHED);
        }
        storage.renameEntry(name + UNFINISHED, name);
        storage.flushEntries();
    }

    private void requireWritten(InputStream content, String entry) throws IOException {
        long offset = 0;
        byte[] next = content.readNBytes(piece);
        while (next.length > 0) {
            if (!Arrays.equals(next, storage.readEntry(entry, offset, next.length))) {
                throw new IOException(UNRELIABLE);
            }
            offset += next.length;
            next = content.readNBytes(piece);
        }
    }

    private List<BootEntry> entries() throws IOException {
        return storage.entries().stream().map(BootEntry::parse).flatMap(Optional::stream).toList();
    }
}
