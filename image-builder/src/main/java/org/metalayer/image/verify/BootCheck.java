package org.metalayer.image.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metalayer.image.bundle.BootFile;
import org.metalayer.image.bundle.Contents;
import org.metalayer.image.bundle.Manifest;
import org.metalayer.image.layout.Layout;

/** Looks at what takes part in a start. */
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
        String kernels = shown(found.stream().filter(BootFile::isWhole));
        if (kernels.isEmpty()) {
            return Finding.broken(
                    SUBJECT, "there is none in %s: flash again".formatted(BootFile.FOLDER));
        }
        return manifest.map(it -> compared(found, it.bootFiles(), kernels))
                .orElseGet(() -> Finding.sound(SUBJECT, kernels));
    }

    private static Finding compared(List<BootFile> found, List<BootFile> built, String kernels) {
        String tampered = shown(found.stream().filter(each -> isTampered(each, built)));
        if (!tampered.isEmpty()) {
            return Finding.broken(
                    SUBJECT,
                    "%s is not what was built: the medium is failing, or it was tampered with. Flash again, on another stick"
                            .formatted(tampered));
        }
        String lost = shown(built.stream().filter(each -> !isThere(each, found)));
        if (built.stream().anyMatch(each -> !each.isKernel() && !isThere(each, found))) {
            return Finding.broken(SUBJECT, "%s is lost: flash again".formatted(lost));
        }
        if (!lost.isEmpty()) {
            return Finding.changed(
                    SUBJECT, "%s; %s was replaced by upgrades".formatted(kernels, lost));
        }
        String others = shown(found.stream().filter(each -> !isThere(each, built)));
        return others.isEmpty()
                ? Finding.sound(SUBJECT, kernels + ", as built")
                : Finding.changed(
                        SUBJECT,
                        "as built, but for what came with an upgrade, or somebody put there: %s"
                                .formatted(others));
    }

    /**
     * Another content than was built, or nothing that was built and nothing that upgrades bring.
     */
    private static boolean isTampered(BootFile now, List<BootFile> built) {
        return isThere(now, built) ? !built.contains(now) : !now.isKernel();
    }

    private static boolean isThere(BootFile one, List<BootFile> among) {
        return among.stream().anyMatch(each -> each.path().equals(one.path()));
    }

    private static String shown(Stream<BootFile> files) {
        return files.map(BootFile::shown).collect(Collectors.joining(", "));
    }
}
