package org.metalayer.image.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.base.Progress;
import org.metalayer.image.disk.Disk;
import org.metalayer.image.flash.DiskFlash;
import org.metalayer.image.flash.FileFlash;
import org.metalayer.image.flash.Preparation;
import org.metalayer.image.flash.SourceImage;
import org.metalayer.image.fleet.Fleet;
import org.metalayer.protocol.Bytes;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings an image to a stick. */
@Command(
        name = "flash",
        description = {
            "Makes a stick of a removable USB disk: writes an image, gives it ids of its own and"
                    + " its fleet's settings, and reads everything back.",
            "Or makes a file that is what the stick would be."
        },
        mixinStandardHelpOptions = true)
final class FlashCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec private CommandSpec spec;
    @Mixin private Output output;
    @Mixin private Consent consent;

    @Parameters(paramLabel = "IMAGE", description = "The image's file.")
    private Path image;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DISK|FILE",
            description = "The disk, such as /dev/sdX, or a file that does not exist yet.")
    private Path target;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description =
                    "How large a file becomes, such as 8G, or in bytes. Default: as the image.")
    private @Nullable ByteCount size;

    @ArgGroup(exclusive = false)
    private @Nullable FleetOptions fleetOptions;

    FlashCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Preparation.requireTools();
        SourceImage source = SourceImage.in(image);
        Optional<Fleet> fleet =
                fleetOptions == null ? Optional.empty() : Optional.of(fleetOptions.fleet());
        Optional<Disk> disk = surroundings.disks().find(target);
        try (ProgressBar progress =
                new ProgressBar(err(), surroundings.terminal(), surroundings.nanos())) {
            Preparation preparation = new Preparation(surroundings.random(), progress);
            if (disk.isPresent()) {
                toDisk(source, disk.get(), fleet, preparation, progress);
            } else {
                toFile(source, fleet, preparation);
            }
        }
        return 0;
    }

    private void toDisk(
            SourceImage source,
            Disk disk,
            Optional<Fleet> fleet,
            Preparation preparation,
            Progress progress)
            throws IOException {
        if (size != null) {
            throw new ImageException("--size is for files: a disk has its own");
        }
        DiskFlash.require(disk, source);
        consent.obtain(disk, surroundings, err());
        long written =
                new DiskFlash(surroundings.disks(), preparation, progress)
                        .flash(source, disk, fleet);
        output.print(
                new JsonBuilder()
                        .put("disk", disk.node().toString())
                        .put("serial", disk.serial())
                        .put("bytes_written", written)
                        .put("verified", true)
                        .build(),
                "%s is ready: %s written and read back. Take it out and boot from it."
                        .formatted(disk.node(), Bytes.shown(written)));
    }

    private void toFile(SourceImage source, Optional<Fleet> fleet, Preparation preparation)
            throws IOException {
        long length = size == null ? source.size() : size.bytes();
        new FileFlash(preparation).flash(source, target, length, fleet);
        output.print(
                new JsonBuilder().put("file", target.toString()).put("size", length).build(),
                "%s is ready.".formatted(target));
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
