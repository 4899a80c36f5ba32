package org.metalayer.cli.rollout;

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

/** {@code rollouts}: where releases are on their way to the sticks. */
@Command(
        name = "rollouts",
        aliases = "rollout",
        description = "List, show, pause, resume, halt and advance rollouts; verify their draw.",
        subcommands = VerifyDrawCommand.class)
public final class RolloutsCommand {
    private final RolloutText text;

    public RolloutsCommand(Environment environment) {
        this.text = new RolloutText(environment.clock());
    }

    @Command(description = "List rollouts, the newest first.")
    void list(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Mixin PageOptions page,
            @Option(
                            names = "--state",
                            paramLabel = "STATE",
                            description =
                                    "Only those: scheduled, running, paused, halted, completed or"
                                            + " superseded.")
                    @Nullable String state,
            @Option(
                            names = "--component",
                            paramLabel = "NAME",
                            description = "Only those of this component.")
                    @Nullable String component) {
        Query query = new Query("/rollouts").with("state", state).with("component", component);
        presentation.show(
                connection.open().get(page.of(query)),
                (output, json) -> {
                    output.table(text.table(json), "There are no such rollouts.");
                    page.footer(output, json);
                });
    }

    @Command(description = "Show one rollout with its rings and what their gates said.")
    void show(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "ROLLOUT", description = "As rollouts list shows it.")
                    UUID id) {
        presentation.show(connection.open().get(new Query("/rollouts/" + id)), text::print);
    }

    @Command(description = "Pause a rollout: no further stick begins.")
    void pause(@Mixin Connection connection, @Mixin Presentation presentation, @Mixin Verb verb) {
        verb.run("pause", connection, presentation);
    }

    @Command(description = "Resume a paused rollout.")
    void resume(@Mixin Connection connection, @Mixin Presentation presentation, @Mixin Verb verb) {
        verb.run("resume", connection, presentation);
    }

    @Command(description = "Halt a rollout for good: its sticks return to the previous release.")
    void halt(@Mixin Connection connection, @Mixin Presentation presentation, @Mixin Verb verb) {
        verb.run("halt", connection, presentation);
    }

    @Command(description = "Open the next ring now, without waiting for its gate.")
    void advance(@Mixin Connection connection, @Mixin Presentation presentation, @Mixin Verb verb) {
        verb.run("advance", connection, presentation);
    }
}
