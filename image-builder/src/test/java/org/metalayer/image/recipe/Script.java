package org.metalayer.image.recipe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Runs scripts of the recipe in a folder that stands for the root of a stick. Programs that would
 * change this computer are replaced by those that a test says.
 */
final class Script {

    /** Where the recipe lies; tests run in the folder of their module. */
    static final Path RECIPE = Path.of("recipe");

    private static final String ABSOLUTE =
            "(?<=[\\s\"=(])/(?=(data|dev|etc|personal|proc|run|sys|usr)/|(data|personal)\\b)";

    private final Path root;

    Script(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("bin"));
        program("systemd-cat", "shift; exec \"$@\"");
        program("sync", ":");
        program("sleep", ":");
    }

    /** What a run left behind. */
    record Result(int status, String output) {}

    /** What lies at an absolute path of the stick. */
    Path at(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    Path write(String absolute, String content) throws IOException {
        Files.createDirectories(at(absolute).getParent());
        return Files.writeString(at(absolute), content);
    }

    /** A program for the scripts, which says in {@link #said} how it was called. */
    Script program(String name, String body) throws IOException {
        return place("/bin/" + name, "echo \"%s $*\" >> \"$ROOT/said\"\n%s".formatted(name, body));
    }

    /** The same at a place of its own. */
    Script place(String absolute, String body) throws IOException {
        Path file = write(absolute, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    /** How the programs were called, a line each. */
    List<String> said() throws IOException {
        return Files.exists(root.resolve("said"))
                ? Files.readAllLines(root.resolve("said"))
                : List.of();
    }

    Result run(String script, String... by) throws IOException, InterruptedException {
        String text = Files.readString(RECIPE.resolve(script)).replaceAll(ABSOLUTE, root + "/");
        return runAt(Files.writeString(root.resolve("script"), text), by);
    }

    /** Runs a script that lies where it belongs, perhaps {@code by} another program. */
    Result runAt(Path script, String... by) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(by).redirectErrorStream(true);
        builder.command().addAll(List.of("sh", script.toString()));
        builder.environment().put("PATH", root.resolve("bin") + ":/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("ROOT", root.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
