package org.metalayer.image.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.image.bundle.BuiltImages;
import org.metalayer.image.disk.Disk;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what could be flashed, and to what. */
@Command(
        name = "list",
        description = "Lists the images that were built, and the disks that could be flashed.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin private Output output;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Where the images lie. Default: where `build` puts them.")
    private @Nullable Path directory;

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Optional.ofNullable(directory).orElseGet(surroundings::images);
        List<BuiltImage> images = new BuiltImages(folder).list();
        List<Disk> disks = surroundings.disks().list();
        output.print(
                new JsonBuilder()
                        .put("images", images, ImageText::json)
                        .put("disks", disks, DiskText::json)
                        .build(),
                "%s%n%n%s".formatted(ImageText.lines(folder, images), DiskText.lines(disks)));
        return 0;
    }
}
