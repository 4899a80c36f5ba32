package org.metalayer.image.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.image.build.BuildRequest;
import org.metalayer.image.build.ImageBuild;
import org.metalayer.image.build.Mirrors;
import org.metalayer.image.build.SecureBootKeys;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.protocol.Bytes;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes an image. */
@Command(
        name = "build",
        description = {
            "Builds an image from the recipe and the native agent. The first build fetches a Debian"
                    + " with the tools; needs root and a network."
        },
        mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {

    /** The same for everybody, so that the same sources give the same image. */
    private static final String SOURCE_DATE = "1767225600";

    private final Surroundings surroundings;

    @Spec private CommandSpec spec;
    @Mixin private Output output;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            defaultValue = "console",
            description = "console, or kiosk: a browser on the stick's own page. Default: console.")
    private String profile;

    @Option(
            names = "--recipe",
            paramLabel = "DIR",
            description = "mkosi's files. Default: image-builder/recipe.")
    private @Nullable Path recipe;

    // Not --version, which every command has: it would ask for that of this program.
    @Option(
            names = "--image-version",
            paramLabel = "V",
            description = "The image's version. Default: the agent's.")
    private @Nullable String version;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Gets a folder for the image. Default: image-builder/target/images.")
    private @Nullable Path directory;

    @Option(
            names = "--source-date",
            paramLabel = "SECONDS",
            defaultValue = "${env:SOURCE_DATE_EPOCH:-" + SOURCE_DATE + "}",
            description = "The time that stands in all files. Default: SOURCE_DATE_EPOCH, or 2026.")
    private long sourceDate;

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description = "Where Debian's packages come from. Default: where this computer's do.")
    private @Nullable String mirror;

    @Option(
            names = "--security-mirror",
            paramLabel = "URL",
            description = "The same for Debian's security updates.")
    private @Nullable String securityMirror;

    @ArgGroup(exclusive = false)
    private @Nullable SigningOptions signing;

    BuildCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** For Secure Boot; both or none. */
    static final class SigningOptions {
        @Option(
                names = "--sign-key",
                required = true,
                paramLabel = "FILE",
                description = "Private key (PEM) that signs what the firmware starts.")
        private Path key;

        @Option(
                names = "--sign-certificate",
                required = true,
                paramLabel = "FILE",
                description = "Its certificate (PEM), which the firmware has to know.")
        private Path certificate;
    }

    @Override
    public Integer call() throws IOException {
        BuiltImage.Whole built = build();
        output.print(
                built.manifest().write(),
                "%s is built: %s, sha256 %s"
                        .formatted(
                                built.image(),
                                Bytes.shown(built.manifest().size()),
                                built.manifest().sha256()));
        return 0;
    }

    private BuiltImage.Whole build() throws IOException {
        try (ProgressBar progress =
                new ProgressBar(
                        spec.commandLine().getErr(),
                        surroundings.terminal(),
                        surroundings.nanos())) {
            return new ImageBuild(request(), progress).run();
        }
    }

    private BuildRequest request() throws IOException {
        return new BuildRequest(
                profile,
                Optional.ofNullable(version),
                Optional.ofNullable(recipe).orElseGet(surroundings::recipe),
                surroundings.agent(),
                Optional.ofNullable(directory).orElseGet(surroundings::images),
                surroundings.cache(),
                Mirrors.ofThisComputer()
                        .withArchive(Optional.ofNullable(mirror))
                        .withSecurity(Optional.ofNullable(securityMirror)),
                Instant.ofEpochSecond(sourceDate),
                Optional.ofNullable(signing)
                        .map(files -> new SecureBootKeys(files.key, files.certificate)));
    }
}
