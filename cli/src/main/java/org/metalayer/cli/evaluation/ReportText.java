package org.metalayer.cli.evaluation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.output.Scalars;
import org.metalayer.cli.output.Table;
import org.metalayer.protocol.Bytes;
import org.metalayer.protocol.json.JsonObject;

/** Upgrade reports as people read them. */
final class ReportText {
    private final RelativeTime times;
    private final DecisionText decisions;

    ReportText(InstantSource clock) {
        this.times = new RelativeTime(clock);
        this.decisions = new DecisionText(times);
    }

    Table table(JsonObject page) {
        Table table =
                new Table(
                        "REPORT", "RECEIVED", "FROM", "COMPONENT", "TYPE", "STATE", "DESCRIPTION");
        for (JsonObject report : page.objects("items", item -> item)) {
            table.row(
                    Cell.of(report.string("id")),
                    Cell.of(times.of(report.instant("received_at"))),
                    Cell.of(report.object("contributor").string("module_id")),
                    Cell.of(report.string("component")),
                    Cell.of(report.string("type")),
                    Cell.state(shownState(report)),
                    Cell.of(report.string("description")));
        }
        return table;
    }

    Details details(JsonObject report) {
        Details details =
                new Details()
                        .add("Report", report.string("id"))
                        .add("From", contributor(report.object("contributor")))
                        .add("Component", report.string("component"))
                        .add("Type", report.string("type"))
                        .lines("Description", report.string("description").lines().toList())
                        .lines("Features", report.strings("features", feature -> feature))
                        .lines("Claims", report.objects("claims", ReportText::claim))
                        .lines("Improves", report.strings("parents", parent -> "release " + parent))
                        .add("State", Cell.state(shownState(report)))
                        .add("Received", times.of(report.instant("received_at")))
                        .add("Files", files(report))
                        .lines("Changes", changes(report.object("changes")));
        if (report.members().get("decision") instanceof JsonObject decision) {
            decisions.addTo(details, decision);
        }
        return details.add("Release", Scalars.optional(report, "release_id"))
                .add("Rollout", Scalars.optional(report, "rollout_id"));
    }

    /** An approved report is better described by how far it has got. */
    private static String shownState(JsonObject report) {
        String state = report.string("state");
        return state.equals("approved") ? report.string("progress") : state;
    }

    private static String contributor(JsonObject contributor) {
        return "%s (%s)"
                .formatted(contributor.string("module_name"), contributor.string("module_id"));
    }

    private static String claim(JsonObject claim) {
        return "%s %s times better"
                .formatted(
                        claim.string("metric"),
                        claim.decimal("factor").stripTrailingZeros().toPlainString());
    }

    private static String files(JsonObject report) {
        return "%d, %s"
                .formatted(
                        report.integer("file_count"), Bytes.shown(report.integer("total_bytes")));
    }

    private static List<String> changes(JsonObject changes) {
        List<String> lines = new ArrayList<>();
        lines.addAll(changes.strings("added", path -> "+ " + path));
        lines.addAll(changes.strings("modified", path -> "~ " + path));
        lines.addAll(changes.strings("removed", path -> "- " + path));
        return lines;
    }
}
