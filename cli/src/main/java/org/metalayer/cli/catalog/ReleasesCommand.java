package org.metalayer.cli.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.PageOptions;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code releases}: the versions that were approved. */
@Command(name = "releases", aliases = "release", description = "List and show releases.")
public final class ReleasesCommand {
    private final ReleaseText text;

    public ReleasesCommand(Environment environment) {
        this.text = new ReleaseText(environment.clock());
    }

    @Command(description = "List releases, the newest first.")
    void list(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Mixin PageOptions page,
            @Option(
                            names = "--component",
                            paramLabel = "NAME",
                            description = "Only those of this component.")
                    @Nullable String component) {
        presentation.show(
                connection.open().get(page.of(new Query("/releases").with("component", component))),
                (output, json) -> {
                    output.table(text.table(json), "There are no such releases.");
                    page.footer(output, json);
                });
    }

    @Command(description = "Show one release with its files.")
    void show(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "RELEASE", description = "As releases list shows it.")
                    UUID id) {
        presentation.show(
                connection.open().get(new Query("/releases/" + id)),
                (output, json) -> output.details(text.details(json)));
    }
}
