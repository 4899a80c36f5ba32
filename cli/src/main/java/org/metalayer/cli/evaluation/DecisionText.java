package org.metalayer.cli.evaluation;

import java.math.BigDecimal;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.output.Scalars;
import org.metalayer.protocol.json.JsonObject;

/** Decisions as people read them: what was decided, and why. */
final class DecisionText {
    private final RelativeTime times;

    DecisionText(RelativeTime times) {
        this.times = times;
    }

    /** Adds what was decided and why. */
    Details addTo(Details details, JsonObject decision) {
        JsonObject impact = decision.object("impact");
        return details.add("Decision", Cell.state(decision.string("verdict")))
                .add("Strategy", decision.optionalString("strategy"))
                .add("Priority", decision.string("priority"))
                .lines("Reasons", decision.strings("reasons", reason -> reason))
                .add("Impact", "%s (%s)".formatted(impact.string("level"), score(impact)))
                .lines("", impact.objects("factors", DecisionText::factor))
                .lines("Checks", decision.objects("stages", DecisionText::stage))
                .add("Policy", policy(decision))
                .add(
                        "Decided",
                        "%s by %s"
                                .formatted(
                                        times.of(decision.instant("decided_at")),
                                        decision.string("decided_by")));
    }

    private static String score(JsonObject impact) {
        return impact.decimal("score").stripTrailingZeros().toPlainString();
    }

    private static String factor(JsonObject factor) {
        BigDecimal points = factor.decimal("points").stripTrailingZeros();
        return "%s%s  %s: %s"
                .formatted(
                        points.signum() < 0 ? "" : "+",
                        points.toPlainString(),
                        factor.string("name"),
                        factor.string("why"));
    }

    private static String stage(JsonObject stage) {
        return "%s  %s%s"
                .formatted(
                        stage.bool("passed") ? "passed" : "FAILED",
                        stage.string("stage"),
                        stage.optionalString("detail")
                                .filter(detail -> !detail.isBlank())
                                .map(detail -> ": " + detail)
                                .orElse(""));
    }

    private static String policy(JsonObject decision) {
        return "version %s%s%s"
                .formatted(
                        Scalars.text(decision, "policy_version"),
                        Scalars.optional(decision, "policy_sha256")
                                .map(digest -> " (%s)".formatted(digest))
                                .orElse(""),
                        Scalars.optional(decision, "policy_row")
                                .map(row -> ", row " + row)
                                .orElse(", no row"));
    }
}
