package org.metalayer.image.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.base.Progress;
import org.metalayer.image.bundle.ImageName;

/**
 * Runs mkosi in the tools tree.
 *
 * @param work holds {@code out}, {@code cache}, {@code workspace}, {@code agent}, {@code keys} and
 *     {@code sandbox}; is on a file system with room for several images
 */
record Mkosi(Path tools, Path recipe, Path work) {

    /** The profile that is the recipe itself. */
    private static final String PLAIN = "console";

    /** Before each line by which mkosi tells what it does. */
    private static final String STEP = "‣ ";

    private static final String WORK = "/build/work/";
    private static final String SOURCES = "etc/apt/sources.list.d/mkosi.sources";
    private static final Pattern RELEASE = Pattern.compile("(?m)^Release=(\\S+)$");

    /**
     * Makes the image.
     *
     * @return the folder with what mkosi made
     */
    Path build(ImageName name, BuildRequest request, Progress progress) throws IOException {
        Path out = Folders.fresh(work.resolve("out"));
        Files.createDirectories(work.resolve("cache"));
        Folders.fresh(work.resolve("workspace"));
        try {
            new LongRun(
                            "mkosi",
                            command(name, request),
                            variables(request),
                            work.resolve("mkosi.log"))
                    .run(line -> show(line, progress));
        } finally {
            // The copy of a private key stays no longer than it is needed.
            Folders.delete(work.resolve("keys"));
        }
        Folders.delete(work.resolve("workspace"));
        return out;
    }

    /** Options stand before the verb: what comes after it mkosi hands to the recipe's scripts. */
    List<String> command(ImageName name, BuildRequest request) throws IOException {
        List<String> command = new ArrayList<>(entering());
        command.addAll(options(name));
        command.addAll(sources(request.mirrors()));
        if (request.keys().isPresent()) {
            command.addAll(signing(request.keys().get()));
        }
        command.add("build");
        return command;
    }

    private Map<String, String> variables(BuildRequest request) {
        return Map.of(
                "TOOLS", tools.toString(),
                "RECIPE", recipe.toString(),
                "WORK", work.toString(),
                "SOURCE_DATE_EPOCH", Long.toString(request.sourceDate().getEpochSecond()));
    }

    private static List<String> entering() throws IOException {
        return List.of(
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "bash",
                "-c",
                Resource.text("in-tools-tree.sh"),
                "bash");
    }

    private List<String> options(ImageName name) {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "mkosi",
                                "--force",
                                "--output-directory=" + WORK + "out",
                                "--cache-directory=" + WORK + "cache",
                                "--workspace-directory=" + WORK + "workspace",
                                "--extra-tree=" + WORK + "agent",
                                "--image-version=" + name.version()));
        Path profiles = recipe.resolve("mkosi.profiles");
        if (Files.exists(profiles.resolve(name.profile()))
                || Files.exists(profiles.resolve(name.profile() + ".conf"))) {
            options.add("--profile=" + name.profile());
        } else if (!name.profile().equals(PLAIN)) {
            throw new ImageException("%s has no profile %s".formatted(recipe, name.profile()));
        }
        return options;
    }

    /** For a recipe that does not say itself where its packages come from. */
    private List<String> sources(Mirrors mirrors) throws IOException {
        Matcher release = RELEASE.matcher(Files.readString(recipe.resolve("mkosi.conf")));
        if (Files.exists(recipe.resolve("mkosi.sandbox").resolve(SOURCES)) || !release.find()) {
            return List.of();
        }
        Path file = Folders.fresh(work.resolve("sandbox")).resolve(SOURCES);
        Files.createDirectories(file.getParent());
        Files.writeString(file, mirrors.sources(release.group(1)));
        return List.of("--sandbox-tree=" + WORK + "sandbox");
    }

    private List<String> signing(SecureBootKeys keys) throws IOException {
        Path folder = Folders.fresh(work.resolve("keys"));
        Files.copy(keys.key(), folder.resolve("key.pem"));
        Files.copy(keys.certificate(), folder.resolve("certificate.pem"));
        return List.of(
                "--secure-boot=yes",
                "--secure-boot-key=" + WORK + "keys/key.pem",
                "--secure-boot-certificate=" + WORK + "keys/certificate.pem");
    }

    private static void show(String line, Progress progress) {
        if (line.startsWith(STEP)) {
            progress.begin(line.substring(STEP.length()).replaceFirst("…?\\s*$", "").strip(), 0);
        }
    }
}
