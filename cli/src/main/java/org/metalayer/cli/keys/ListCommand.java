package org.metalayer.cli.keys;

import java.time.InstantSource;
import java.util.List;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.output.Table;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keys list}: which keys sign for what. */
@Command(name = "list", description = "List the roles, their keys and thresholds, and until when.")
public final class ListCommand implements Runnable {
    private final InstantSource clock;

    @Mixin private Connection connection;
    @Mixin private Presentation presentation;

    public ListCommand(Environment environment) {
        this.clock = environment.clock();
    }

    @Override
    public void run() {
        presentation.show(connection.open().get(new Query("/trust")), this::print);
    }

    private void print(Output output, JsonObject trust) {
        RelativeTime times = new RelativeTime(clock);
        Table table = new Table("ROLE", "VERSION", "EXPIRES", "SIGNED BY", "NEEDS", "KEYS");
        for (JsonObject role : trust.objects("roles", item -> item)) {
            table.row(
                    Cell.of(role.string("role")),
                    Cell.of(role.integer("version")),
                    Cell.of(times.of(role.instant("expires_at"))),
                    Cell.of(signer(role.string("signer"))),
                    Cell.of(
                            "%d of %d"
                                    .formatted(
                                            role.integer("threshold"),
                                            role.objects("keys", key -> key).size())),
                    Cell.of(String.join(" ", role.objects("keys", ListCommand::key))));
        }
        output.table(table, "There are no roles.");
        output.line("Sticks pin the first root: " + trust.string("root_sha256"));
        warn(output, trust);
        for (JsonObject signing : trust.objects("signings", item -> item)) {
            output.line(
                    "%s %d awaits a signature: ./metalayer keys pending"
                            .formatted(signing.string("role"), signing.integer("version")));
        }
    }

    private static void warn(Output output, JsonObject trust) {
        List<String> here = trust.strings("offline_keys_here", name -> name);
        if (!here.isEmpty()) {
            output.line(
                    "WARNING: the offline keys %s still lie in %s on the Main System: move them away"
                            .formatted(String.join(", ", here), trust.string("offline_directory")));
        }
    }

    private static String signer(String word) {
        return switch (word) {
            case "machine" -> "Main System";
            case "person" -> "people";
            default -> "both";
        };
    }

    private static String key(JsonObject key) {
        return "%s%s"
                .formatted(
                        KeyNames.brief(key.string("key_id")), key.bool("online") ? " (here)" : "");
    }
}
