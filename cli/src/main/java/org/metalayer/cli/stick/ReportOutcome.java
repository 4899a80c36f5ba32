package org.metalayer.cli.stick;

import java.nio.file.Path;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.Environment;
import org.metalayer.protocol.Bytes;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.PlainText;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine.ExitCode;

/** What verbs that make a report have to say. */
record ReportOutcome(ModuleId moduleId, Path stick, KeptReport kept, Delivery delivery) {

    /** Tells it, and says with what the program ends. */
    int tell(Environment environment, boolean asJson) {
        if (asJson) {
            environment.out().println(PlainText.json(Json.pretty(json())));
        } else {
            print(new Output(environment));
        }
        return delivery.isRefused() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private JsonObject json() {
        return new JsonBuilder()
                .put("report_id", kept.id())
                .put("module_id", moduleId.value())
                .put("stick", stick.toString())
                .put("files", kept.files())
                .put("bytes", kept.bytes())
                .put("state", delivery.state())
                .strings("reasons", delivery.reasons(), reason -> reason)
                .put("trouble", delivery.trouble().orElse(null))
                .build();
    }

    private void print(Output output) {
        output.line(
                "Report %s: %s, %s, signed and kept on %s."
                        .formatted(
                                kept.id(),
                                Texts.count(kept.files(), "file"),
                                Bytes.shown(kept.bytes()),
                                moduleId));
        output.line(delivery.isSent() ? sent() : waiting());
    }

    private String sent() {
        String why = String.join("; ", delivery.reasons());
        if (delivery.isRefused()) {
            return "The Main System refused it%s".formatted(why.isEmpty() ? "." : ": " + why);
        }
        return "Sent; its state is now: %s%s"
                .formatted(
                        delivery.state().replace('_', ' '), why.isEmpty() ? "" : " (" + why + ")");
    }

    private String waiting() {
        if (delivery.pending()) {
            return "It waits until %s is let in: ./metalayer sticks accept %s"
                    .formatted(moduleId, moduleId);
        }
        return "It waits on the stick and is sent later%s"
                .formatted(delivery.trouble().map(": %s"::formatted).orElse("."));
    }
}
