package org.metalayer.cli.evaluation;

import java.util.List;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Answer;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code evaluate}: decides what is pending. */
@Command(
        name = "evaluate",
        description = "Decide the pending upgrade reports now and print the decisions.")
public final class EvaluateCommand implements Runnable {
    private final DecisionText text;

    @Mixin private Connection connection;
    @Mixin private Presentation presentation;
    @Mixin private ExportOption export;

    public EvaluateCommand(Environment environment) {
        this.text = new DecisionText(new RelativeTime(environment.clock()));
    }

    @Override
    public void run() {
        MainSystem mainSystem = connection.open();
        Answer decided =
                mainSystem.post(new Query("/upgrade-reports/evaluate"), new JsonBuilder().build());
        presentation.show(decided, this::print);
        export.run(mainSystem);
    }

    private void print(Output output, JsonObject json) {
        List<JsonObject> decisions = json.objects("decisions", decision -> decision);
        for (JsonObject decision : decisions) {
            output.heading(
                    "%s, report %s"
                            .formatted(decision.string("component"), decision.string("report_id")));
            output.indented(text.addTo(new Details(), decision));
            output.blank();
        }
        output.line(
                switch (decisions.size()) {
                    case 0 ->
                            "No upgrade report was pending. Decided ones: ./metalayer reports list";
                    case 1 -> "1 upgrade report decided.";
                    default -> decisions.size() + " upgrade reports decided.";
                });
    }
}
