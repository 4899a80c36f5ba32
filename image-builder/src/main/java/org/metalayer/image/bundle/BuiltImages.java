package org.metalayer.image.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The images that were built on this computer, each in a folder of its own.
 *
 * @param directory which need not exist
 */
public record BuiltImages(Path directory) {

    public List<BuiltImage> list() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(
                            folder -> Files.isRegularFile(folder.resolve(BuiltImage.MANIFEST)))
                    .sorted(Comparator.comparing(Path::toString))
                    .map(BuiltImage::in)
                    .toList();
        }
    }

    /** The manifest beside an image, if there is one and it is about this image. */
    public static Optional<Manifest> manifestOf(Path image) throws IOException {
        Path manifest = image.toAbsolutePath().resolveSibling(BuiltImage.MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            return Optional.empty();
        }
        return Optional.of(BuiltImage.manifest(manifest))
                .filter(about -> Objects.equals(String.valueOf(image.getFileName()), about.file()));
    }
}
