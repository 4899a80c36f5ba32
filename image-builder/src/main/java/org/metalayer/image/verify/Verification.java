package org.metalayer.image.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.base.Progress;
import org.metalayer.image.bundle.Manifest;
import org.metalayer.image.layout.Gpt;
import org.metalayer.image.layout.Layout;
import org.metalayer.image.layout.Slot;
import org.metalayer.image.tool.ToolRun;

/** Examines an image or a stick without changing it. */
public final class Verification {

    private final Path file;
    private final Optional<Manifest> manifest;
    private final Progress progress;

    /**
     * An examination of {@code file}.
     *
     * @param manifest what it was built as; without it only the structure can be judged
     */
    public Verification(Path file, Optional<Manifest> manifest, Progress progress) {
        this.file = file;
        this.manifest = manifest;
        this.progress = progress;
    }

    /** Everything that can be said. */
    public List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        new ChecksumCheck(file, progress).run().ifPresent(findings::add);
        Layout layout;
        try {
            layout = Layout.of(new Gpt(file).read());
        } catch (ImageException e) {
            findings.add(Finding.broken("partition table", String.valueOf(e.getMessage())));
            return findings;
        }
        findings.add(table());
        for (Slot slot : layout.slots()) {
            findings.add(new SlotCheck(file, manifest, progress).of(slot));
        }
        findings.add(new BootCheck(file, manifest).of(layout));
        FileSystemCheck fileSystems = new FileSystemCheck(file, progress);
        findings.add(fileSystems.esp(layout));
        findings.add(fileSystems.data(layout));
        findings.add(new FleetCheck(file).of(layout));
        return findings;
    }

    private Finding table() throws IOException {
        ToolRun check = new Gpt(file).check();
        return check.isSuccess() && check.text().contains("No errors")
                ? Finding.sound("partition table", "both copies are in order")
                : Finding.broken("partition table", "%s; flash again".formatted(check.lastWord()));
    }
}
