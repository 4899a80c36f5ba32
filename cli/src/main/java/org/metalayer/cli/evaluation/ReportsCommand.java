package org.metalayer.cli.evaluation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.PageOptions;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reports}: what sticks propose, and a person's decision on it. */
@Command(
        name = "reports",
        description = "List and show upgrade reports; decide those that need a person.")
public final class ReportsCommand {
    private final ReportText text;
    private final DecisionText decisions;

    public ReportsCommand(Environment environment) {
        this.text = new ReportText(environment.clock());
        this.decisions = new DecisionText(new RelativeTime(environment.clock()));
    }

    @Command(description = "List upgrade reports, the newest first.")
    void list(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Mixin PageOptions page,
            @Option(
                            names = "--state",
                            paramLabel = "STATE",
                            description =
                                    "Only those: awaiting_files, pending, approved, rejected or"
                                            + " needs_human.")
                    @Nullable String state,
            @Option(
                            names = "--component",
                            paramLabel = "NAME",
                            description = "Only those for this component.")
                    @Nullable String component) {
        Query query =
                new Query("/upgrade-reports").with("state", state).with("component", component);
        presentation.show(
                connection.open().get(page.of(query)),
                (output, json) -> {
                    output.table(text.table(json), "There are no such upgrade reports.");
                    page.footer(output, json);
                });
    }

    @Command(description = "Show one upgrade report and its decision.")
    void show(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "REPORT", description = "As reports list shows it.") UUID id) {
        presentation.show(
                connection.open().get(new Query("/upgrade-reports/" + id)),
                (output, json) -> output.details(text.details(json)));
    }

    @Command(description = "Approve an upgrade report that needs a person.")
    void approve(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "REPORT", description = "As reports list shows it.") UUID id,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = "Why; it stands in the decision.")
                    String reason,
            @Option(
                            names = "--strategy",
                            paramLabel = "STRATEGY",
                            description =
                                    "How to roll it out: ${COMPLETION-CANDIDATES}. Default: what"
                                            + " the policy says.")
                    @Nullable Strategy strategy,
            @Option(
                            names = "--on-version",
                            paramLabel = "VERSION",
                            description =
                                    "The component's newest release that you know of, 0 for none."
                                            + " Default: the one that the report was examined"
                                            + " with.")
                    @Nullable Integer onVersion) {
        JsonBuilder decision = decision("approve", reason);
        if (strategy != null) {
            decision.put("strategy", strategy.name());
        }
        if (onVersion != null) {
            decision.put("on_version", onVersion);
        }
        decide(connection, presentation, id, decision);
    }

    @Command(description = "Reject an upgrade report that needs a person.")
    void reject(
            @Mixin Connection connection,
            @Mixin Presentation presentation,
            @Parameters(paramLabel = "REPORT", description = "As reports list shows it.") UUID id,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = "Why; it stands in the decision.")
                    String reason) {
        decide(connection, presentation, id, decision("reject", reason));
    }

    private static JsonBuilder decision(String verdict, String reason) {
        return new JsonBuilder().put("verdict", verdict).put("reason", reason);
    }

    private void decide(
            Connection connection, Presentation presentation, UUID id, JsonBuilder decision) {
        presentation.show(
                connection
                        .open()
                        .post(new Query("/upgrade-reports/" + id + "/decision"), decision.build()),
                (output, json) -> output.details(decisions.addTo(new Details(), json)));
    }
}
