package org.metalayer.acceptance.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.metalayer.acceptance.harness.Background;
import org.metalayer.acceptance.harness.Eventually;
import org.metalayer.acceptance.harness.Programs;

/** The image under test: that of the recipe and of the agent that this run has built. */
final class StickImage {
    private static final String FIRST = "1";
    private static final Path FOLDER = Programs.HOME.resolve("image-builder/target/images");
    private static final Path AGENT = Programs.HOME.resolve("usb-agent/target/stick");

    /** Of a build from nothing, on a machine that does other things as well. */
    private static final Duration PATIENCE = Duration.ofMinutes(25);

    private static final String CONSOLE = "console";

    private static final Path LOCK = Programs.OUTPUT.resolve("image.lock");

    private StickImage() {}

    /** Its file; made first where there is none of these sources. */
    static Path required() throws IOException {
        return required(CONSOLE, FIRST);
    }

    /** The same of another profile of the recipe. */
    static Path required(String profile) throws IOException {
        return required(profile, FIRST);
    }

    /** The same of another version. */
    static Path ofVersion(String version) throws IOException {
        return required(CONSOLE, version);
    }

    /** What one that was built of a version is made of. */
    static Path manifest(String version) {
        return in(FOLDER, CONSOLE, version).resolveSibling("manifest.json");
    }

    private static Path required(String profile, String version) throws IOException {
        assumeBootable();
        Path image = in(FOLDER, profile, version);
        // Of tests beside each other one builds, and the others find what it built.
        try (FileChannel lock =
                        FileChannel.open(
                                LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = lock.lock()) {
            if (!Files.exists(image) || isOlderThanItsSources(image)) {
                build(Programs.HOME, version, "--profile", profile);
            }
        }
        return image;
    }

    /** The same, built anew in a folder of its own. */
    static Path built(Path home, Path folder) {
        assumeBootable();
        build(home, FIRST, "--output", folder.toString());
        return in(folder, CONSOLE, FIRST);
    }

    /** The same, signed, in a folder of its own. */
    static Path signed(Path folder, Path key, Path certificate) {
        assumeBootable();
        build(
                Programs.HOME,
                FIRST,
                "--output",
                folder.toString(),
                "--sign-key",
                key.toString(),
                "--sign-certificate",
                certificate.toString());
        return in(folder, CONSOLE, FIRST);
    }

    private static void assumeBootable() {
        assumeTrue(
                canBuild() && Machine.isAvailable(),
                "SKIPPED: booting takes root, mmdebstrap, the native agent, qemu-system-x86 and"
                        + " ovmf");
    }

    private static boolean canBuild() {
        return "root".equals(System.getProperty("user.name"))
                && Files.isExecutable(Path.of("/usr/bin/mmdebstrap"))
                && Boolean.getBoolean("metalayer.agent.native");
    }

    private static Path in(Path folder, String profile, String version) {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        String name = "metalayer-%s-%s-%s".formatted(profile, version, architecture);
        return folder.resolve(name).resolve(name + ".raw");
    }

    private static boolean isOlderThanItsSources(Path image) throws IOException {
        var made = Files.getLastModifiedTime(image);
        try (Stream<Path> recipe = Files.walk(Programs.HOME.resolve("image-builder/recipe"))) {
            for (Path source : Stream.concat(Stream.of(AGENT), recipe).toList()) {
                if (Files.exists(source) && Files.getLastModifiedTime(source).compareTo(made) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void build(Path home, String version, String... options) {
        List<String> command = new ArrayList<>(Programs.cliIn(home, "image", "build"));
        command.addAll(List.of("--image-version", version));
        command.addAll(List.of(options));
        try (Background build = Background.start("image", Programs.HOME, Map.of(), command)) {
            Eventually.eventually(
                    "the image is built; log " + build.log(),
                    PATIENCE,
                    build::isAlive,
                    alive -> !alive);
            assertThat(build.exit()).as(build.printed()).isZero();
        }
    }
}
