package org.metalayer.cli.operator;

import java.util.Optional;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.output.Table;
import org.metalayer.cli.platform.Environment;
import org.metalayer.protocol.json.JsonObject;

/** Operators for people. */
final class OperatorText {
    private final RelativeTime times;

    OperatorText(Environment environment) {
        this.times = new RelativeTime(environment.clock());
    }

    Table table(JsonObject page) {
        Table table = new Table("USERNAME", "ROLE", "STATE", "CREATED");
        for (JsonObject operator : page.objects("items", item -> item)) {
            table.row(
                    Cell.of(operator.string("username")),
                    Cell.of(operator.string("role")),
                    Cell.state(operator.bool("disabled") ? "disabled" : "active"),
                    Cell.of(times.of(operator.instant("created_at"))));
        }
        return table;
    }

    /** The password alone on its line, where one was made up; and what happened. */
    static void password(Output output, JsonObject operator, String happened) {
        Optional<String> madeUp = operator.optionalString("password");
        madeUp.ifPresent(output::line);
        output.line(happened + (madeUp.isPresent() ? " This password is not shown again." : ""));
    }
}
