package org.metalayer.image.flash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.bundle.BuiltImages;
import org.metalayer.image.bundle.Manifest;
import org.metalayer.image.layout.Gpt;
import org.metalayer.image.layout.Layout;
import org.metalayer.image.layout.PartitionTable;
import org.metalayer.protocol.Sha256;

/**
 * An image that can be flashed, as far as can be seen without reading all of it.
 *
 * @param size in bytes
 * @param sha256 that it was built with, where that is known
 */
public record SourceImage(Path file, long size, Optional<Sha256> sha256) {

    /**
     * Looks at a file.
     *
     * @throws ImageException when it is no image, or not all of one
     */
    public static SourceImage in(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ImageException(
                    "%s is no file: `./metalayer image list` shows the images that there are"
                            .formatted(file));
        }
        long size = Files.size(file);
        PartitionTable table = new Gpt(file).read();
        if (table.end() > size) {
            throw new ImageException(
                    "%s is cut off: it has %s bytes, and its partition table speaks of %s. Copy or build it again"
                            .formatted(file, size, table.end()));
        }
        Layout _ = Layout.of(table);
        return new SourceImage(file, size, BuiltImages.manifestOf(file).map(Manifest::sha256));
    }
}
