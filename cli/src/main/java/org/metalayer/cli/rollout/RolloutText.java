package org.metalayer.cli.rollout;

import java.time.InstantSource;
import java.util.Optional;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.output.Scalars;
import org.metalayer.cli.output.Table;
import org.metalayer.cli.output.Times;
import org.metalayer.protocol.json.JsonObject;

/** Rollouts as people read them. */
final class RolloutText {
    private final RelativeTime times;

    RolloutText(InstantSource clock) {
        this.times = new RelativeTime(clock);
    }

    Table table(JsonObject page) {
        Table table =
                new Table(
                        "ROLLOUT",
                        "RELEASE",
                        "STRATEGY",
                        "PRIORITY",
                        "STATE",
                        "VERIFIED",
                        "FAILED",
                        "CREATED");
        for (JsonObject rollout : page.objects("items", item -> item)) {
            JsonObject counts = rollout.object("counts");
            table.row(
                    Cell.of(rollout.string("id")),
                    Cell.of(release(rollout)),
                    Cell.of(rollout.string("strategy")),
                    Cell.of(rollout.string("priority")),
                    Cell.state(rollout.string("state")),
                    Cell.of(verified(counts)),
                    Cell.of(counts.integer("failed")),
                    Cell.of(times.of(rollout.instant("created_at"))));
        }
        return table;
    }

    void print(Output output, JsonObject rollout) {
        output.details(
                new Details()
                        .add("Rollout", rollout.string("id"))
                        .add("Release", release(rollout))
                        .add("Description", rollout.object("release").string("description"))
                        .add("State", Cell.state(rollout.string("state")))
                        .add("Reason", rollout.optionalString("reason"))
                        .add("Strategy", rollout.string("strategy"))
                        .add("Priority", rollout.string("priority"))
                        .add("Created", times.of(rollout.instant("created_at")))
                        .add("Started", Times.optional(rollout, "started_at").map(times::of))
                        .add("Finished", Times.optional(rollout, "finished_at").map(times::of))
                        .add("Seed's SHA-256", rollout.string("seed_sha256"))
                        .add("Seed", rollout.optionalString("seed"))
                        .add("Version", Scalars.text(rollout, "version"))
                        .add("You can", Optional.of(verbs(rollout))));
        output.blank();
        output.table(RingText.table(rollout, times), "It has no rings yet.");
    }

    static String nowIn(JsonObject rollout) {
        return "The rollout of %s is now %s%s."
                .formatted(
                        release(rollout),
                        rollout.string("state"),
                        rollout.optionalString("reason")
                                .filter(reason -> !reason.isBlank())
                                .map(" (%s)"::formatted)
                                .orElse(""));
    }

    private static String release(JsonObject rollout) {
        return "%s %d"
                .formatted(
                        rollout.string("component"), rollout.object("release").integer("version"));
    }

    static String verified(JsonObject counts) {
        return "%d of %d".formatted(counts.integer("verified"), counts.integer("total"));
    }

    private static String verbs(JsonObject rollout) {
        return String.join(", ", rollout.strings("allowed_verbs", verb -> verb));
    }
}
