package org.metalayer.cli.catalog;

import java.util.stream.Collectors;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Table;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.PageOptions;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code components}: what sticks carry, and who improved it. */
@Command(
        name = "components",
        aliases = "component",
        description = "List components and show their lineage.")
public final class ComponentsCommand {
    private final LineageText lineage;

    public ComponentsCommand(Environment environment) {
        this.lineage = new LineageText(environment.clock());
    }

    @Command(description = "List the components.")
    void list(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Mixin PageOptions page) {
        presentation.show(
                connection.open().get(page.of(new Query("/components"))),
                (output, json) -> {
                    output.table(table(json), "There are no components yet.");
                    page.footer(output, json);
                });
    }

    @Command(description = "Show who improved a component, release by release.")
    void lineage(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "COMPONENT", description = "As components list shows it.")
                    ComponentName component) {
        presentation.show(
                connection.open().get(new Query("/components/" + component + "/lineage")),
                (output, json) -> output.table(lineage.table(json), "It has no releases yet."));
    }

    private static Table table(JsonObject page) {
        Table table = new Table("COMPONENT", "TITLE", "NEWEST", "RELEASES", "CONTRIBUTORS");
        for (JsonObject component : page.objects("items", item -> item)) {
            table.row(
                    Cell.of(component.string("name")),
                    Cell.of(component.optionalString("title").orElse("-")),
                    component.members().get("head") instanceof JsonObject head
                            ? ReleaseText.version(head)
                            : Cell.of("-"),
                    Cell.of(component.integer("release_count")),
                    Cell.of(contributors(component)));
        }
        return table;
    }

    private static String contributors(JsonObject component) {
        return component.objects("contributors", item -> item).stream()
                .map(item ->
                        "%s (%d)".formatted(item.string("module_id"), item.integer("releases")))
                .collect(Collectors.joining(", "));
    }
}
