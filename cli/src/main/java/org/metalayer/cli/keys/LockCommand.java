package org.metalayer.cli.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys lock}: the same key behind a passphrase. */
@Command(
        name = "lock",
        description = "Write a key into a new file that a passphrase protects.",
        footer = {"", "Try the new file with keys sign before you destroy the plain one."})
public final class LockCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(paramLabel = "KEY", description = "The plain key file.")
    private Path plain;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The new file; never over another.")
    private Path out;

    @Mixin private Passphrase passphrase;

    public LockCommand(Environment environment) {
        this.output = new Output(environment);
    }

    @Override
    public Integer call() throws IOException {
        HeldKey.requireAbsent(out);
        switch (KeyFiles.read(plain)) {
            case KeyFile.Locked _ ->
                    throw new CliException("%s is locked already".formatted(plain));
            case KeyFile.Plain key ->
                    KeyFiles.write(
                            out, key.lock(passphrase.chosen(key.name()), new SecureRandom()));
        }
        output.line(
                "%s holds the key under your passphrase. %s is still readable to whoever finds it."
                        .formatted(out, plain));
        return 0;
    }
}
