package org.metalayer.cli.keys;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import picocli.CommandLine.Option;

/** Where the passphrase of a locked key comes from; never from an argument. */
public final class Passphrase {
    private static final int SHORTEST = 12;

    private final Environment environment;

    @Option(
            names = "--passphrase-stdin",
            description = "Read the passphrase of a locked key from standard input.")
    private boolean fromInput;

    public Passphrase(Environment environment) {
        this.environment = environment;
    }

    /** The one that opens a key. */
    char[] known(String key) {
        return fromInput ? line() : ask("Passphrase of %s: ".formatted(key));
    }

    /** A new one, typed twice. */
    char[] chosen(String key) {
        char[] chosen = fromInput ? line() : ask("New passphrase for %s: ".formatted(key));
        if (chosen.length < SHORTEST) {
            throw new CliException(
                    "a passphrase has at least %d characters: take several words"
                            .formatted(SHORTEST));
        }
        if (!fromInput && !Arrays.equals(chosen, ask("The same again: "))) {
            throw new CliException("the two passphrases differ: nothing was written");
        }
        return chosen;
    }

    private char[] line() {
        try {
            @Nullable String line =
                    new BufferedReader(
                                    new InputStreamReader(environment.in(), StandardCharsets.UTF_8))
                            .readLine();
            if (line == null) {
                throw new CliException("there is no passphrase on standard input");
            }
            return line.toCharArray();
        } catch (IOException e) {
            throw new CliException("the passphrase cannot be read from standard input", e);
        }
    }

    private char[] ask(String prompt) {
        Console console =
                Optional.ofNullable(System.console())
                        .filter(there -> environment.terminal())
                        .orElseThrow(() ->
                                new CliException(
                                        "there is no terminal to type a passphrase at: use"
                                                + " --passphrase-stdin"));
        char @Nullable [] typed = console.readPassword("%s", prompt);
        if (typed == null) {
            throw new CliException("no passphrase was typed");
        }
        return typed;
    }
}
