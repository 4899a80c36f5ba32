package org.metalayer.acceptance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The person a stick belongs to: edits files with ordinary programs, and uses the stick's verbs.
 */
public record Owner(StickProcess stick) {
    /** Puts one of the examples in the place of a component. */
    public void puts(Path example, String component) throws IOException {
        Trees.replace(example, stick.content(component));
    }

    /** Saves a text file. */
    public void writes(String component, String path, String text) throws IOException {
        Path file = stick.content(component).resolve(path);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }

    /** Proposes what changed; it must be taken. */
    public View reports(String component, String type, String description, String... more)
            throws IOException, InterruptedException {
        Finished finished = triesToReport(component, type, description, more);
        assertThat(finished.status()).as(finished.toString()).isZero();
        return finished.json();
    }

    /** Proposes what changed, however it ends. */
    public Finished triesToReport(String component, String type, String description, String... more)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(component, "--type", type, "--description", description, "--json"));
        arguments.addAll(List.of(more));
        return stick.verb("report", arguments.toArray(String[]::new));
    }

    /** What the stick lists as changed. */
    public View changes() throws IOException, InterruptedException {
        return must("changes", "--json").json();
    }

    /** What the stick says of itself. */
    public View status() throws IOException, InterruptedException {
        return must("status", "--json").json();
    }

    /** Takes what was offered. */
    public void installs(String component) throws IOException, InterruptedException {
        must("install", component);
    }

    private Finished must(String verb, String... arguments)
            throws IOException, InterruptedException {
        Finished finished = stick.verb(verb, arguments);
        assertThat(finished.status()).as(finished.toString()).isZero();
        return finished;
    }
}
