package org.metalayer.image.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.metalayer.image.bundle.BootFile;
import org.metalayer.image.bundle.Contents;
import org.metalayer.image.bundle.Manifest;
import org.metalayer.image.layout.Layout;

/** Looks at what the firmware can start. */
final class BootCheck {

    private static final String SUBJECT = "boot files";

    private final Path file;
    private final Optional<Manifest> manifest;

    BootCheck(Path file, Optional<Manifest> manifest) {
        this.file = file;
        this.manifest = manifest;
    }

    Finding of(Layout layout) throws IOException {
        List<BootFile> found = new Contents(file).bootFiles(layout);
        if (found.isEmpty()) {
            return Finding.broken(
                    SUBJECT, "there is none in %s: flash again".formatted(BootFile.FOLDER));
        }
        String names = found.stream().map(BootFile::name).collect(Collectors.joining(", "));
        if (manifest.isEmpty()) {
            return Finding.sound(SUBJECT, names);
        }
        for (BootFile built : manifest.get().bootFiles()) {
            Optional<BootFile> now =
                    found.stream().filter(each -> each.name().equals(built.name())).findFirst();
            if (now.isEmpty()) {
                return Finding.changed(
                        SUBJECT, "%s; %s was replaced by upgrades".formatted(names, built.name()));
            }
            if (!now.get().equals(built)) {
                return Finding.broken(
                        SUBJECT,
                        "%s is not what was built: the medium is failing, or it was tampered with. Flash again, on another stick"
                                .formatted(built.name()));
            }
        }
        List<String> others =
                found.stream()
                        .map(BootFile::name)
                        .filter(name ->
                                manifest.get().bootFiles().stream()
                                        .noneMatch(built -> built.name().equals(name)))
                        .toList();
        return others.isEmpty()
                ? Finding.sound(SUBJECT, names + ", as built")
                : Finding.changed(
                        SUBJECT,
                        "as built, but for what came with an upgrade, or somebody put there: %s"
                                .formatted(String.join(", ", others)));
    }
}
