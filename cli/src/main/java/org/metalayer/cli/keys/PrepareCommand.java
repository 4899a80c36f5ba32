package org.metalayer.cli.keys;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.CliException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys prepare}: a new root or targets, to be signed. */
@Command(
        name = "prepare",
        description = "Prepare other keys or another threshold for roles, or renew what expires.",
        footer = {
            "",
            "Roles of the root: root, targets, snapshot, timestamp. Roles of the targets:"
                    + " director,",
            "content, code, agent, os. From one keeper to two of three:",
            "  ./metalayer keys prepare change.json --role root --add KEY2 --add KEY3 --threshold 2"
        })
public final class PrepareCommand implements Callable<Integer> {
    private static final int DAYS = 365;

    @Mixin private Prepared prepared;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "The role to change; may be given several times.")
    private List<String> roles = List.of();

    @Option(
            names = "--add",
            paramLabel = "KEY",
            description = "A key that may sign from now on: its 64 hex digits, or its file.")
    private List<String> added = List.of();

    @Option(names = "--remove", paramLabel = "KEYID", description = "A key that may no longer.")
    private List<String> removed = List.of();

    @Option(
            names = "--threshold",
            paramLabel = "N",
            description = "How many of its keys have to sign. Default: as before.")
    private @Nullable Integer threshold;

    @Option(
            names = "--renew",
            paramLabel = "ROLE",
            description = "root or targets: the same for another year.")
    private List<String> renewed = List.of();

    @Override
    public Integer call() throws IOException {
        if (roles.isEmpty() && renewed.isEmpty()) {
            throw new CliException("say what to change: --role ROLE, or --renew ROLE");
        }
        Preparation preparation = prepared.begin();
        KeyChange change =
                new KeyChange(
                        added.stream().map(HeldKey::publicHalf).toList(),
                        removed,
                        threshold == null ? OptionalInt.empty() : OptionalInt.of(threshold));
        for (String role : roles) {
            preparation.change(role, change);
        }
        for (String document : renewed) {
            preparation.renew(document, Duration.ofDays(DAYS));
        }
        return prepared.finish(preparation);
    }
}
