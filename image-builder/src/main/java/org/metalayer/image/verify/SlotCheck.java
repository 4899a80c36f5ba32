package org.metalayer.image.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.metalayer.image.base.Progress;
import org.metalayer.image.bundle.Contents;
import org.metalayer.image.bundle.Manifest;
import org.metalayer.image.bundle.PartitionRecord;
import org.metalayer.image.layout.Partition;
import org.metalayer.image.layout.Slot;

/** Compares a place for the system with what was built. */
final class SlotCheck {

    private final Path file;
    private final Optional<Manifest> manifest;
    private final Progress progress;

    SlotCheck(Path file, Optional<Manifest> manifest, Progress progress) {
        this.file = file;
        this.manifest = manifest;
        this.progress = progress;
    }

    Finding of(Slot slot) throws IOException {
        String subject = "system " + slot.letter();
        String label = slot.root().label();
        if (slot.isEmpty()) {
            return Finding.sound(subject, "empty, awaits the first upgrade");
        }
        if (manifest.isEmpty()) {
            return Finding.sound(
                    subject,
                    "holds %s; whether all of it, its manifest would tell".formatted(label));
        }
        Optional<PartitionRecord> root = built(slot.root());
        Optional<PartitionRecord> verity = built(slot.verity());
        if (root.isEmpty() || verity.isEmpty()) {
            return Finding.changed(
                    subject,
                    "holds %s, which came with an upgrade: the manifest is of %s"
                            .formatted(label, manifest.get().name()));
        }
        return compare(subject, slot, root.get(), verity.get());
    }

    private Finding compare(String subject, Slot slot, PartitionRecord root, PartitionRecord verity)
            throws IOException {
        if (!isSame(slot.root(), root)) {
            return Finding.broken(
                    subject,
                    "%s is not what was built: the medium is failing, or it was tampered with. Flash again, on another stick"
                            .formatted(root.label()));
        }
        if (!isSame(slot.verity(), verity)) {
            return Finding.broken(
                    subject,
                    "the hashes of %s are not what was built, so that it will not boot: flash again"
                            .formatted(root.label()));
        }
        return Finding.sound(subject, "holds %s, as it was built".formatted(root.label()));
    }

    private Optional<PartitionRecord> built(Partition partition) {
        return manifest.orElseThrow().partitions().stream()
                .filter(record ->
                        record.type() == partition.type()
                                && record.label().equals(partition.label()))
                .findFirst();
    }

    private boolean isSame(Partition partition, PartitionRecord record) throws IOException {
        if (partition.size() != record.size()) {
            return false;
        }
        progress.begin("Reading " + partition.label(), partition.size());
        boolean same = new Contents(file).digest(partition, progress).equals(record.sha256());
        progress.end();
        return same;
    }
}
