package org.metalayer.cli.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.output.Scalars;
import org.metalayer.cli.output.Table;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

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
        output.blank();
        output.heading("Examples");
        output.table(examples(detail.objects("examples", it -> it)), "There are no examples.");
    }

    private static Table examples(List<JsonObject> examples) {
        Table table = new Table("NAME", "OF A REPORT WITH", "FOUND", "MUST END AS");
        for (JsonObject example : examples) {
            table.row(
                    Cell.of(example.string("name")),
                    Cell.of(
                            example.object("facts").members().entrySet().stream()
                                    .map(fact -> "%s %s".formatted(fact.getKey(), shown(fact)))
                                    .collect(Collectors.joining(", "))),
                    Cell.of(example.string("finding")),
                    Cell.of(result(example)));
        }
        return table;
    }

    private static String shown(Map.Entry<String, JsonValue> fact) {
        return switch (fact.getValue()) {
            case JsonValue.Text(String text) -> text;
            case JsonValue other -> new String(Json.write(other), StandardCharsets.UTF_8);
        };
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

    static String result(JsonObject result) {
        return result.optionalString("strategy")
                .orElseGet(() -> result.string("verdict").replace('_', ' '));
    }
}
