package org.metalayer.image.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.image.bundle.BuiltImages;
import org.metalayer.image.bundle.Manifest;
import org.metalayer.image.tool.Tool;
import org.metalayer.image.tool.Tools;
import org.metalayer.image.verify.Finding;
import org.metalayer.image.verify.Verification;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what of an image or a stick is as it was built. */
@Command(
        name = "verify",
        description = {
            "Compares an image, or a stick that was flashed or has run, with what was built: the"
                    + " systems in it byte by byte, the rest for damage.",
            "Changes nothing."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec private CommandSpec spec;
    @Mixin private Output output;

    @Parameters(paramLabel = "IMAGE|DISK", description = "The image's file, or /dev/sdX.")
    private Path file;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "What was built. Default: manifest.json beside the image.")
    private @Nullable Path manifest;

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Tools.require(
                Tool.SFDISK, Tool.DUMPE2FS, Tool.E2FSCK, Tool.FSCK_VFAT, Tool.MDIR, Tool.MTYPE);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isReadable(file)) {
            throw new ImageException(
                    "%s may not be read by this account: use sudo".formatted(file));
        }
        Optional<Manifest> built =
                manifest == null
                        ? BuiltImages.manifestOf(file)
                        : Optional.of(BuiltImage.manifest(manifest));
        List<Finding> findings = findings(built);
        boolean broken = findings.stream().anyMatch(each -> each.grade() == Finding.Grade.BROKEN);
        output.print(
                new JsonBuilder()
                        .put("sound", !broken)
                        .put("findings", findings, VerifyCommand::json)
                        .build(),
                findings.stream().map(VerifyCommand::line).collect(Collectors.joining("\n")));
        return broken ? 1 : 0;
    }

    private List<Finding> findings(Optional<Manifest> built) throws IOException {
        try (ProgressBar progress =
                new ProgressBar(
                        spec.commandLine().getErr(),
                        surroundings.terminal(),
                        surroundings.nanos())) {
            return new Verification(file, built, progress).findings();
        }
    }

    private static String line(Finding finding) {
        String mark =
                switch (finding.grade()) {
                    case SOUND -> "ok      ";
                    case CHANGED -> "changed ";
                    case BROKEN -> "BROKEN  ";
                };
        return "%s %s: %s".formatted(mark, finding.subject(), finding.text());
    }

    private static JsonObject json(Finding finding) {
        return new JsonBuilder()
                .put("subject", finding.subject())
                .put("grade", finding.grade().name().toLowerCase(Locale.ROOT))
                .put("text", finding.text())
                .build();
    }
}
