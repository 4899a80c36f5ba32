package org.metalayer.agent.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.metalayer.agent.system.BootEntry.Health;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.system.SystemVersion;

/**
 * A stick with two slots whose device keeps what it is told in a cache: a power cut loses any part
 * of what was not flushed. And the computer that boots from it.
 */
final class SimulatedStick implements SystemStorage {

    /** What ends the process: nothing in the agent catches this. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final int SIZE = 16;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Map<String, byte[]> parts = new TreeMap<>();
    private final Map<Slot.Name, Slot> labels = new EnumMap<>(Slot.Name.class);
    private final Map<String, String> entries = new TreeMap<>();
    private final List<Change> cached = new ArrayList<>();
    private RootHash booted;
    private int operations;
    private int cutAt = Integer.MAX_VALUE;

    /** One change that is not flushed yet. */
    private record Change(String device, Runnable onto) {}

    /** A stick that runs {@code first}, with nothing in the other slot. */
    SimulatedStick(TestImage first) {
        booted = first.rootHash();
        for (Slot.Name slot : Slot.Name.values()) {
            labels.put(slot, new Slot(slot, Slot.EMPTY, NOBODY));
            for (Slot.Part part : Slot.Part.values()) {
                parts.put(device(slot, part), new byte[SIZE]);
            }
        }
        for (Slot.Part part : Slot.Part.values()) {
            put(Slot.Name.A, part, 0, first.content(part));
        }
        label(Slot.Name.A, first.version(), first.rootHash());
        entries.put(
                new BootEntry(first.version(), Optional.empty()).fileName(), first.kernelText());
        operations = 0;
    }

    private SimulatedStick(SimulatedStick other) {
        parts.putAll(other.parts);
        labels.putAll(other.labels);
        entries.putAll(other.entries);
        booted = other.booted;
    }

    SimulatedStick copy() {
        return new SimulatedStick(this);
    }

    /** The power goes before this operation, counted from 1. */
    SimulatedStick cutBefore(int operation) {
        cutAt = operation;
        return this;
    }

    int operations() {
        return operations;
    }

    void put(String entry, String content) {
        entries.put(entry, content);
    }

    /** Number of the outcomes that a power cut now may have. */
    int outcomes() {
        return 1 << cached.size();
    }

    /**
     * What is there after a power cut.
     *
     * @param kept a bit for each change in the cache
     */
    SimulatedStick afterPowerCut(int kept) {
        // The changes act on this stick, so that another one is made by doing the kept ones last.
        SimulatedStick before = copy();
        for (int n = 0; n < cached.size(); n++) {
            if ((kept & 1 << n) != 0) {
                cached.get(n).onto().run();
            }
        }
        SimulatedStick after = copy();
        parts.putAll(before.parts);
        entries.clear();
        entries.putAll(before.entries);
        return after;
    }

    /** Starts the computer as boot loaders do, and says what runs then: what is tried is whole. */
    SystemVersion boot() {
        BootEntry next =
                entries.keySet().stream()
                        .map(BootEntry::parse)
                        .flatMap(Optional::stream)
                        .max(SimulatedStick::preference)
                        .orElseThrow(() -> new AssertionError("nothing to boot: " + entries));
        String kernel = String.valueOf(entries.remove(next.fileName()));
        BootEntry tried = new BootEntry(next.version(), next.count().map(SimulatedStick::used));
        entries.put(tried.fileName(), kernel);
        if (root(kernel).isEmpty()) {
            throw new AssertionError("tries what is not whole: " + tried);
        }
        booted = new RootHash(new Sha256(kernel.substring(kernel.indexOf(' ') + 1)));
        return next.version();
    }

    static BootCount used(BootCount count) {
        return new BootCount(Math.max(0, count.left() - 1), count.done() + 1);
    }

    /** What runs is found good: the boot loader no longer counts. */
    void bless(SystemVersion version) {
        for (String name : List.copyOf(entries.keySet())) {
            if (BootEntry.parse(name).filter(it -> it.version().equals(version)).isPresent()) {
                entries.put(
                        new BootEntry(version, Optional.empty()).fileName(),
                        String.valueOf(entries.remove(name)));
            }
        }
    }

    /** The good ones and those that may be tried, the newest first; then the others. */
    static int preference(BootEntry one, BootEntry other) {
        int bad = Boolean.compare(one.health() != Health.BAD, other.health() != Health.BAD);
        return bad != 0 ? bad : one.version().compareTo(other.version());
    }

    /** A kernel starts where a root is what it demands, to the last byte. */
    private Optional<Slot> root(String kernel) {
        return labels.values().stream()
                .filter(slot -> {
                    RootHash held =
                            TestImage.rootHash(
                                    content(slot.name(), Slot.Part.ROOT),
                                    content(slot.name(), Slot.Part.VERITY));
                    return slot.rootPartition().equals(held.rootPartition())
                            && kernel.endsWith(" " + held.value().hex());
                })
                .findFirst();
    }

    @Override
    public Slots slots() throws IOException {
        return Slots.of(List.copyOf(labels.values()), booted);
    }

    @Override
    public long size(Slot.Name slot, Slot.Part part) {
        return SIZE;
    }

    @Override
    public byte[] read(Slot.Name slot, Slot.Part part, long offset, int length) {
        SimulatedStick whole = afterPowerCut(outcomes() - 1);
        return Arrays.copyOfRange(whole.content(slot, part), (int) offset, (int) offset + length);
    }

    @Override
    public void write(Slot.Name slot, Slot.Part part, long offset, byte[] content) {
        operate();
        cached.add(new Change(device(slot, part), () -> put(slot, part, offset, content)));
    }

    @Override
    public void flush(Slot.Name slot, Slot.Part part) {
        operate();
        flush(device(slot, part));
    }

    @Override
    public void labelEmpty(Slot.Name slot) {
        operate();
        labels.put(slot, new Slot(slot, Slot.EMPTY, NOBODY));
    }

    @Override
    public void label(Slot.Name slot, SystemVersion version, RootHash rootHash) {
        operate();
        labels.put(slot, new Slot(slot, Slot.label(version), rootHash.rootPartition()));
    }

    @Override
    public List<String> entries() {
        return List.copyOf(afterPowerCut(outcomes() - 1).entries.keySet());
    }

    @Override
    public void writeEntry(String name, InputStream content) throws IOException {
        operate();
        cached.add(new Change("names", () -> entries.put(name, "half a kernel")));
        operate();
        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        cached.removeLast();
        cached.add(new Change("names", () -> entries.put(name, text)));
    }

    @Override
    public byte[] readEntry(String name, long offset, int length) {
        String content = Objects.requireNonNull(afterPowerCut(outcomes() - 1).entries.get(name));
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
    }

    /** On FAT these are two changes, of which a power cut may lose either. */
    @Override
    public void renameEntry(String from, String to) {
        operate();
        String content = Objects.requireNonNull(afterPowerCut(outcomes() - 1).entries.get(from));
        cached.add(new Change("names", () -> entries.put(to, content)));
        cached.add(new Change("names", () -> entries.remove(from)));
    }

    @Override
    public void deleteEntry(String name) {
        operate();
        cached.add(new Change("names", () -> entries.remove(name)));
    }

    @Override
    public void flushEntries() {
        operate();
        flush("names");
    }

    private void flush(String device) {
        for (Change change : List.copyOf(cached)) {
            if (change.device().equals(device)) {
                change.onto().run();
                cached.remove(change);
            }
        }
    }

    private void put(Slot.Name slot, Slot.Part part, long offset, byte[] content) {
        byte[] bytes = content(slot, part).clone();
        System.arraycopy(content, 0, bytes, (int) offset, content.length);
        parts.put(device(slot, part), bytes);
    }

    private byte[] content(Slot.Name slot, Slot.Part part) {
        return Objects.requireNonNull(parts.get(device(slot, part)));
    }

    private static String device(Slot.Name slot, Slot.Part part) {
        return slot + " " + part;
    }

    private void operate() {
        operations++;
        if (operations == cutAt) {
            throw new PowerCut();
        }
    }
}
