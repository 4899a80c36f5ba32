package org.metalayer.cli.policy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.output.Table;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/** What a version would do, as people read it. */
final class CheckText {

    private CheckText() {}

    static void print(Output output, JsonObject check) {
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
            output.line(tried(example, "passed", "FAILED"));
        }
        for (JsonObject example : check.objects("dropped", it -> it)) {
            output.line(tried(example, "left out, would pass", "LEFT OUT, WOULD FAIL"));
        }
        differences(output, check);
    }

    private static String tried(JsonObject example, String passed, String failed) {
        return example.bool("passed")
                ? "%s  %s".formatted(passed, example.string("name"))
                : "%s  %s: wanted %s, got %s"
                        .formatted(
                                failed,
                                example.string("name"),
                                PolicyText.result(example.object("wanted")),
                                PolicyText.result(example.object("got")));
    }

    private static void differences(Output output, JsonObject check) {
        List<JsonObject> grid = check.objects("grid", cell -> cell);
        List<JsonObject> changed =
                grid.stream().filter(cell -> cell.integer("different") > 0).toList();
        if (grid.isEmpty()) {
            return;
        }
        output.blank();
        output.heading(
                "Beside policy %d, by %d imagined reports"
                        .formatted(check.integer("against"), check.integer("tried")));
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
        output.table(
                table,
                "Nothing ends otherwise, of %d reports tried.".formatted(check.integer("tried")));
        if (check.bool("cut_off")) {
            output.line(
                    "Not everything was tried that conditions can tell apart: only %d reports."
                            .formatted(check.integer("tried")));
        }
        List<String> unreached = unreached(check);
        if (!unreached.isEmpty()) {
            output.line(
                    "No report that was tried came to row %s: look at what it would do yourself."
                            .formatted(String.join(", ", unreached)));
        }
    }

    private static List<String> unreached(JsonObject check) {
        return check.members().get("unreached_rows") instanceof JsonValue.Array rows
                ? rows.items().stream().flatMap(CheckText::number).toList()
                : List.of();
    }

    private static Stream<String> number(JsonValue row) {
        return row instanceof JsonValue.Decimal(var number)
                ? Stream.of(number.toPlainString())
                : Stream.empty();
    }

    private static String results(List<JsonObject> results) {
        return results.stream().map(PolicyText::result).collect(Collectors.joining(" or "));
    }
}
