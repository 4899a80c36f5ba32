package org.metalayer.agent.enrol;

import java.util.UUID;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.trust.PinnedRoot;

/**
 * What the stick knows of its enrolment.
 *
 * @param trust pinned at the first enrolment and never replaced
 */
public record EnrolmentRecord(UUID stickId, EnrolmentState state, PinnedRoot trust) {

    static EnrolmentRecord read(JsonObject json) {
        return new EnrolmentRecord(
                json.uuid("stick_id"),
                EnrolmentState.parse(json.string("state")),
                PinnedRoot.read(json.object("trust")));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("stick_id", stickId)
                .put("state", state.wire())
                .put("trust", trust.write())
                .build();
    }

    public EnrolmentRecord become(EnrolmentState next) {
        return new EnrolmentRecord(stickId, next, trust);
    }
}
