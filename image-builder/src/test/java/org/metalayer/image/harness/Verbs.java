package org.metalayer.image.harness;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.metalayer.image.cli.ImageCommand;
import org.metalayer.image.cli.Surroundings;
import picocli.CommandLine;

/** Runs the verbs as a person would. */
public final class Verbs {

    private final Path home;
    private final FakeComputer computer;
    private String typed = "";
    private boolean terminal;

    public Verbs(Path home, FakeComputer computer) {
        this.home = home;
        this.computer = computer;
    }

    /** A person is there and answers. */
    public Verbs typing(String answer) {
        typed = answer + "\n";
        terminal = true;
        return this;
    }

    /** What a run of the command line left behind. */
    public record Result(int exitCode, String out, String err) {}

    public Result run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                ImageCommand.commandLine(
                                new Surroundings(
                                        home,
                                        computer.disks(),
                                        new ByteArrayInputStream(
                                                typed.getBytes(StandardCharsets.UTF_8)),
                                        terminal,
                                        () -> Instant.parse("2026-11-20T12:00:00Z"),
                                        new Random(1),
                                        System::nanoTime))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return new Result(line.execute(words), out.toString(), err.toString());
    }
}
