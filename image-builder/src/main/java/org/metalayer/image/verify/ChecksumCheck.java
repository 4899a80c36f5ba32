package org.metalayer.image.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.metalayer.image.base.Progress;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.image.bundle.Checksums;
import org.metalayer.protocol.Sha256;

/** Compares a built image, and the documents about it, with the checksums beside them. */
final class ChecksumCheck {

    private static final String SUBJECT = "checksums";

    private final Path file;
    private final Progress progress;

    ChecksumCheck(Path file, Progress progress) {
        this.file = file.toAbsolutePath();
        this.progress = progress;
    }

    /** Nothing for a stick, and for an image whose checksums stand nowhere. */
    Optional<Finding> run() throws IOException {
        Path sums = file.resolveSibling(BuiltImage.CHECKSUMS);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(sums)) {
            return Optional.empty();
        }
        Checksums built = Checksums.read(sums);
        String name = String.valueOf(file.getFileName());
        return built.byName().containsKey(name)
                ? Optional.of(compare(sums.resolveSibling("."), built, name))
                : Optional.empty();
    }

    private Finding compare(Path folder, Checksums built, String image) throws IOException {
        List<String> names =
                built.byName().keySet().stream()
                        .filter(name -> name.equals(image) || name.endsWith(".json"))
                        .toList();
        for (String name : names) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                return Finding.broken(SUBJECT, "%s is missing".formatted(name));
            }
        }
        progress.begin("Reading " + image, Files.size(file));
        Map<String, Sha256> found = Checksums.of(folder, names, progress).byName();
        progress.end();
        return names.stream()
                .filter(name -> !Objects.equals(found.get(name), built.byName().get(name)))
                .findFirst()
                .map(name ->
                        Finding.broken(
                                SUBJECT,
                                "%s is not what was built: copy or build it again".formatted(name)))
                .orElseGet(() -> Finding.sound(SUBJECT, String.join(", ", names) + ": as built"));
    }
}
