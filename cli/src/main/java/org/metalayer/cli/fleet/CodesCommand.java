package org.metalayer.cli.fleet;

import java.util.UUID;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.output.Table;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.PageOptions;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codes}: codes that accept a stick at its enrolment. */
@Command(
        name = "codes",
        aliases = "code",
        description = "Create, list and revoke enrolment codes, which let sticks in unseen.")
public final class CodesCommand {
    private final Environment environment;
    private final RelativeTime times;

    public CodesCommand(Environment environment) {
        this.environment = environment;
        this.times = new RelativeTime(environment.clock());
    }

    @Command(description = "Create an enrolment code. It is shown this once.")
    void create(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Option(
                            names = "--note",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "What it is for.")
                    String note,
            @Option(
                            names = "--uses",
                            paramLabel = "N",
                            defaultValue = "1",
                            description = "How many sticks it lets in. Default: ${DEFAULT-VALUE}.")
                    int uses,
            @Option(
                            names = "--expires-in",
                            paramLabel = "HOURS",
                            defaultValue = "24",
                            description = "How long it is valid. Default: ${DEFAULT-VALUE}.")
                    int hours) {
        JsonObject wanted =
                new JsonBuilder()
                        .put("note", note)
                        .put("uses", uses)
                        .put("expires_in_hours", hours)
                        .build();
        presentation.show(
                connection.open().post(new Query("/enrolment-codes"), wanted), this::showNew);
    }

    @Command(description = "List the enrolment codes.")
    void list(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Mixin PageOptions page) {
        presentation.show(
                connection.open().get(page.of(new Query("/enrolment-codes"))),
                (output, json) -> {
                    output.table(table(json), "There are no enrolment codes.");
                    page.footer(output, json);
                });
    }

    @Command(description = "Revoke an enrolment code; sticks that it let in stay.")
    void revoke(
            @Mixin Connection connection,
            @Parameters(paramLabel = "ID", description = "As codes list shows it.") UUID id) {
        connection.open().delete(new Query("/enrolment-codes/" + id));
        new Output(environment).line("Revoked.");
    }

    private void showNew(Output output, JsonObject code) {
        output.line(code.string("code"));
        output.line(
                "Lets in %d sticks, ends %s. It is not shown again."
                        .formatted(code.integer("uses"), times.of(code.instant("expires_at"))));
    }

    private Table table(JsonObject page) {
        Table table = new Table("ID", "USED", "EXPIRES", "CREATED", "BY", "NOTE");
        for (JsonObject code : page.objects("items", item -> item)) {
            table.row(
                    Cell.of(code.string("id")),
                    Cell.of("%d of %d".formatted(code.integer("used"), code.integer("uses"))),
                    Cell.of(times.of(code.instant("expires_at"))),
                    Cell.of(times.of(code.instant("created_at"))),
                    Cell.of(code.string("created_by")),
                    Cell.of(code.string("note")));
        }
        return table;
    }
}
