package org.metalayer.cli.rollout;

import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.output.Table;
import org.metalayer.cli.output.Times;
import org.metalayer.protocol.json.JsonObject;

/** The rings of a rollout as people read them. */
final class RingText {

    private RingText() {}

    static Table table(JsonObject rollout, RelativeTime times) {
        Table table =
                new Table(
                        "RING",
                        "STATE",
                        "OPENS",
                        "VERIFIED",
                        "FAILED",
                        "SILENT",
                        "OPEN",
                        "VERDICT");
        for (JsonObject ring : rollout.objects("rings", item -> item)) {
            JsonObject counts = ring.object("counts");
            table.row(
                    Cell.of(ring.string("name")),
                    Cell.state(ring.string("state")),
                    Cell.of(opening(ring, times)),
                    Cell.of(RolloutText.verified(counts)),
                    Cell.of(counts.integer("failed")),
                    Cell.of(counts.integer("silent")),
                    Cell.of(counts.integer("outstanding")),
                    Cell.of(verdict(ring)));
        }
        return table;
    }

    private static String opening(JsonObject ring, RelativeTime times) {
        return Times.optional(ring, "opened_at")
                .map(at -> "opened " + times.of(at))
                .or(() -> Times.optional(ring, "opens_at").map(times::of))
                .orElse("-");
    }

    private static String verdict(JsonObject ring) {
        if (ring.members().get("verdict") instanceof JsonObject verdict) {
            return "%s: %s".formatted(verdict.string("kind"), verdict.string("reason"));
        }
        return "-";
    }
}
