package org.metalayer.agent.report;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.UpgradeReport;

/**
 * A report that left the spool, and what became of it.
 *
 * @param parents the releases it improves
 * @param state as the Main System names it, or {@code refused} when it did not take the report
 * @param reasons of the decision or of the refusal
 */
public record SentReport(
        UUID reportId,
        ComponentName component,
        String type,
        String description,
        List<UUID> parents,
        String state,
        List<String> reasons) {

    /** The Main System did not take the report. */
    public static final String REFUSED = "refused";

    private static final Set<String> FINAL = Set.of("approved", "rejected", REFUSED);

    public SentReport {
        parents = List.copyOf(parents);
        reasons = List.copyOf(reasons);
    }

    static SentReport of(UpgradeReport report, String state, String... reasons) {
        return new SentReport(
                report.reportId(),
                report.component(),
                report.type().wire(),
                report.description(),
                report.parents(),
                state,
                List.of(reasons));
    }

    /** Whether asking again can bring nothing new. */
    public boolean isFinal() {
        return FINAL.contains(state);
    }

    SentReport become(String nextState, List<String> why) {
        return new SentReport(reportId, component, type, description, parents, nextState, why);
    }

    static SentReport read(JsonObject json) {
        return new SentReport(
                json.uuid("report_id"),
                new ComponentName(json.string("component")),
                json.string("type"),
                json.string("description"),
                json.strings("parents", id -> JsonObject.uuid("parents", id)),
                json.string("state"),
                json.strings("reasons", reason -> reason));
    }

    /** As {@code status --json} shows it. */
    public JsonObject write() {
        return new JsonBuilder()
                .put("report_id", reportId)
                .put("component", component.value())
                .put("type", type)
                .put("description", description)
                .strings("parents", parents, UUID::toString)
                .put("state", state)
                .strings("reasons", reasons, reason -> reason)
                .build();
    }
}
