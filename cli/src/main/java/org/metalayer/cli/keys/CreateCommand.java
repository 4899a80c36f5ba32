package org.metalayer.cli.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.Environment;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import org.metalayer.protocol.tuf.model.TufKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys create}: a new key in a new file. */
@Command(
        name = "create",
        description = "Make a key in a new file (mode 0600), and print its public half.",
        footer = {
            "",
            "Give the public half to whoever prepares the change; the file stays with its keeper.",
            "Without --locked, whoever reads the file can sign."
        })
public final class CreateCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "What you call it, such as release-anna.")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it; never over another file. Default: NAME.key.")
    private @Nullable Path out;

    @Option(names = "--locked", description = "Protect it with a passphrase, which is asked for.")
    private boolean locked;

    @Option(names = "--json", description = "Print the public half as JSON.")
    private boolean json;

    @Mixin private Passphrase passphrase;

    public CreateCommand(Environment environment) {
        this.output = new Output(environment);
    }

    @Override
    public Integer call() throws IOException {
        Path file = out == null ? Path.of(name + ".key") : out;
        HeldKey.requireAbsent(file);
        SecureRandom random = new SecureRandom();
        KeyFile.Plain key = KeyFile.create(name, random);
        KeyFiles.write(file, locked ? key.lock(passphrase.chosen(name), random) : key);
        show(file, key);
        return 0;
    }

    private void show(Path file, KeyFile key) {
        String keyId = TufKey.of(key.publicKey()).keyId();
        if (json) {
            output.json(
                    Json.write(
                            new JsonBuilder()
                                    .put("file", file.toString())
                                    .put("key_id", keyId)
                                    .put("public", HeldKey.hex(key.publicKey()))
                                    .put("locked", locked)
                                    .build()));
        } else {
            output.details(
                    new Details()
                            .add("File", file.toString())
                            .add("Public half", HeldKey.hex(key.publicKey()))
                            .add("Key id", keyId));
        }
    }
}
