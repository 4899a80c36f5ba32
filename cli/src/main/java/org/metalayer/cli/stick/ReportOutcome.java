package org.metalayer.cli.stick;

import java.nio.file.Path;
import org.metalayer.cli.output.Output;
import org.metalayer.protocol.Bytes;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** What {@code report} has to say. */
record ReportOutcome(ModuleId moduleId, Path stick, KeptReport kept, Delivery delivery) {

    JsonObject json() {
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

    void print(Output output) {
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
