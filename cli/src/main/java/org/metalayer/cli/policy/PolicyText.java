package org.metalayer.cli.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.output.Scalars;
import org.metalayer.cli.output.Table;
import org.metalayer.protocol.json.JsonObject;

/** Versions of the policy as people read them. */
final class PolicyText {

    private PolicyText() {}

    static Table versions(JsonObject page) {
        Table table = new Table("VERSION", "STATE", "ROWS", "BY", "NOTE");
        for (JsonObject version : page.objects("items", item -> item)) {
            table.row(
                    Cell.of(version.integer("version")),
                    Cell.state(version.string("state")),
                    Cell.of(version.integer("row_count")),
                    Cell.of(version.string("created_by")),
                    Cell.of(version.string("note")));
        }
        return table;
    }

    static void print(Output output, JsonObject detail) {
        JsonObject version = detail.object("version");
        output.details(
                new Details()
                        .add("Policy", Scalars.text(version, "version"))
                        .add("State", Cell.state(version.string("state")))
                        .add("SHA-256", detail.string("sha256"))
                        .add("Note", version.string("note"))
                        .add("Written by", String.join(", ", authors(version)))
                        .add("Compared with", Scalars.optional(version, "against"))
                        .add("Proposed by", version.optionalString("proposed_by"))
                        .add("Approved by", version.optionalString("approved_by"))
                        .add("In force by", version.optionalString("activated_by"))
                        .add("Second operator", detail.bool("needs_second") ? "needed" : "-"));
        output.blank();
        output.table(rows(detail.objects("rows", row -> row)), "There are no rows.");
    }

    private static List<String> authors(JsonObject version) {
        return version.strings("authors", author -> author);
    }

    private static Table rows(List<JsonObject> rows) {
        Table table = new Table("ROW", "TYPE", "IMPACT", "WHERE", "THEN", "PRIORITY");
        for (JsonObject row : rows) {
            table.row(
                    Cell.of(row.integer("row")),
                    Cell.of(row.optionalString("type").orElse("any")),
                    Cell.of(
                            row.optionalString("min_impact")
                                    .map(least -> least + " or above")
                                    .orElse("any")),
                    Cell.of(row.optionalString("condition").orElse("-")),
                    Cell.of(result(row)),
                    Cell.of(row.string("priority")));
        }
        return table;
    }

    static void check(Output output, JsonObject check) {
        for (JsonObject fault : check.objects("faults", it -> it)) {
            output.line(
                    "FAULT   %s%s: %s"
                            .formatted(
                                    fault.string("place"),
                                    fault.integer("line") == 0
                                            ? ""
                                            : ", line %d, column %d"
                                                    .formatted(
                                                            fault.integer("line"),
                                                            fault.integer("column")),
                                    fault.string("message")));
        }
        for (JsonObject example : check.objects("examples", it -> it)) {
            output.line(
                    "%s  %s%s"
                            .formatted(
                                    example.bool("passed") ? "passed" : "FAILED",
                                    example.string("name"),
                                    example.bool("passed")
                                            ? ""
                                            : ": wanted %s, got %s"
                                                    .formatted(
                                                            result(example.object("wanted")),
                                                            result(example.object("got")))));
        }
        differences(output, check);
    }

    private static void differences(Output output, JsonObject check) {
        List<JsonObject> grid = check.objects("grid", cell -> cell);
        List<JsonObject> changed =
                grid.stream().filter(cell -> cell.integer("different") > 0).toList();
        if (grid.isEmpty()) {
            return;
        }
        output.blank();
        output.heading("Beside policy %d".formatted(check.integer("against")));
        Table table = new Table("TYPE", "IMPACT", "NOW", "THEN", "OF IMAGINED REPORTS");
        for (JsonObject cell : changed) {
            table.row(
                    Cell.of(cell.string("type")),
                    Cell.of(cell.string("impact")),
                    Cell.of(results(cell.objects("before", it -> it))),
                    Cell.of(results(cell.objects("after", it -> it))),
                    Cell.of(
                            "%d of %d"
                                    .formatted(
                                            cell.integer("different"), cell.integer("reports"))));
        }
        output.table(table, "Nothing ends otherwise.");
    }

    static void dryRun(Output output, JsonObject run) {
        output.line(
                "%d of %d past decisions would have ended otherwise; %d kept too little to tell."
                        .formatted(
                                run.integer("different"),
                                run.integer("looked"),
                                run.integer("not_replayable")));
        Table table = new Table("REPORT", "COMPONENT", "TYPE", "WAS", "WOULD BE", "BECAUSE");
        for (JsonObject difference : run.objects("differences", it -> it)) {
            table.row(
                    Cell.of(difference.string("report_id")),
                    Cell.of(difference.string("component")),
                    Cell.of(difference.string("type")),
                    Cell.of(result(difference.object("was"))),
                    Cell.of(result(difference.object("would_be"))),
                    Cell.of(String.join("; ", difference.strings("because", it -> it))));
        }
        output.table(table, "Nothing would have ended otherwise.");
    }

    private static String results(List<JsonObject> results) {
        return results.stream().map(PolicyText::result).collect(Collectors.joining(" or "));
    }

    private static String result(JsonObject result) {
        return result.optionalString("strategy")
                .orElseGet(() -> result.string("verdict").replace('_', ' '));
    }
}
