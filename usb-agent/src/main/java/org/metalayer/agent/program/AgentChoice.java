package org.metalayer.agent.program;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.system.SystemAnswer;
import org.metalayer.agent.system.SystemOrder;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.system.SystemVersion;

/**
 * Which agent was chosen at a start of it, and why none before it.
 *
 * @param start names the start
 * @param order of the wish that was followed
 * @param release empty where the image's own runs
 */
record AgentChoice(
        UUID start, Optional<SystemOrder> order, Optional<Chosen> release, List<Refused> refused) {

    AgentChoice {
        refused = List.copyOf(refused);
    }

    /**
     * A release that runs.
     *
     * @param program its digest
     * @param proven whether it stayed up at an earlier start
     */
    record Chosen(UUID release, SystemVersion version, Sha256 program, boolean proven) {

        static Chosen read(JsonObject json) {
            return new Chosen(
                    json.uuid("release_id"),
                    new SystemVersion(json.string("version")),
                    new Sha256(json.string("sha256")),
                    json.bool("proven"));
        }

        JsonObject write() {
            return new JsonBuilder()
                    .put("release_id", release)
                    .put("version", version.text())
                    .put("sha256", program.hex())
                    .put("proven", proven)
                    .build();
        }
    }

    /** A release that may not run here now. */
    record Refused(UUID release, SystemAnswer.Trouble why) {

        static Refused read(JsonObject json) {
            return new Refused(
                    json.uuid("release_id"),
                    new SystemAnswer.Trouble(json.string("reason"), json.bool("release_at_fault")));
        }

        JsonObject write() {
            return new JsonBuilder()
                    .put("release_id", release)
                    .put("reason", why.reason())
                    .put("release_at_fault", why.release())
                    .build();
        }
    }

    /** What came of the order, if it was seen. */
    Optional<SystemAnswer> answer() {
        return order.map(it -> new SystemAnswer(it, trouble(it)));
    }

    private Optional<SystemAnswer.Trouble> trouble(SystemOrder of) {
        return of.deed() == SystemOrder.Deed.STAGE ? refusal(of.release()) : Optional.empty();
    }

    /** Why a release does not run. */
    Optional<SystemAnswer.Trouble> refusal(UUID id) {
        return refused.stream()
                .filter(each -> each.release().equals(id))
                .map(Refused::why)
                .findFirst();
    }

    static AgentChoice read(JsonObject json) {
        return new AgentChoice(
                json.uuid("start"),
                json.optionalObject("order").map(SystemOrder::read),
                json.optionalObject("release").map(Chosen::read),
                json.objects("refused", Refused::read));
    }

    JsonObject write() {
        JsonBuilder json = new JsonBuilder().put("start", start);
        order.ifPresent(it -> json.put("order", it.write()));
        release.ifPresent(it -> json.put("release", it.write()));
        return json.put("refused", refused, Refused::write).build();
    }
}
