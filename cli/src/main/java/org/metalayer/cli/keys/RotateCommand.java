package org.metalayer.cli.keys;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.metalayer.cli.platform.CliException;
import org.metalayer.protocol.tuf.model.TufKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys rotate}: one key takes another's place, in every role. */
@Command(
        name = "rotate",
        description = "Prepare that a new key takes an old one's place wherever that may sign.",
        footer = {
            "",
            "A key that the Main System signs with itself (here, in keys list): make the new one"
                    + " with",
            "keys create, put its file into keys/online of the data directory, then rotate, sign,"
                    + " publish."
        })
public final class RotateCommand implements Callable<Integer> {
    @Mixin private Prepared prepared;

    @Option(
            names = "--old",
            required = true,
            paramLabel = "KEYID",
            description = "As keys list shows it.")
    private String old;

    @Option(
            names = "--new",
            required = true,
            paramLabel = "KEY",
            description = "The 64 hex digits of the new key's public half, or its file.")
    private String fresh;

    @Override
    public Integer call() throws IOException {
        TufKey key = HeldKey.publicHalf(fresh);
        Preparation preparation = prepared.begin();
        List<String> roles = RolesOf.key(old, preparation.file());
        if (roles.isEmpty()) {
            throw new CliException("no role has a key %s".formatted(old));
        }
        for (String role : roles) {
            preparation.change(
                    role, new KeyChange(List.of(key), List.of(old), OptionalInt.empty()));
        }
        return prepared.finish(preparation);
    }
}
