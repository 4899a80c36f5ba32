package org.metalayer.cli.keys;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.metalayer.cli.platform.CliException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keys revoke}: a key signs for nothing any more. */
@Command(
        name = "revoke",
        description = "Prepare that a lost or stolen key signs for nothing any more.",
        footer = {
            "",
            "Where too few keys would be left to sign, this refuses: rotate to a new key instead."
                    + " What",
            "the revoked key had signed for code, agent and os has to be signed again: keys"
                    + " pending."
        })
public final class RevokeCommand implements Callable<Integer> {
    @Mixin private Prepared prepared;

    @Parameters(index = "1", paramLabel = "KEYID", description = "As keys list shows it.")
    private String id;

    @Override
    public Integer call() throws IOException {
        Preparation preparation = prepared.begin();
        List<String> roles = RolesOf.key(id, preparation.file());
        if (roles.isEmpty()) {
            throw new CliException("no role has a key %s".formatted(id));
        }
        for (String role : roles) {
            preparation.change(role, new KeyChange(List.of(), List.of(id), OptionalInt.empty()));
        }
        return prepared.finish(preparation);
    }
}
