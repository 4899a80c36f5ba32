package org.metalayer.agent.install;

import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What the owner asked to be done with a component. Its id is carried by whatever is done for it,
 * so that something else that ends meanwhile is never taken for its answer.
 */
public sealed interface OwnerRequest {

    UUID id();

    ComponentName component();

    /** Takes what is offered. */
    record Install(UUID id, ComponentName component, Resolution resolution)
            implements OwnerRequest {}

    /** Refuses what is offered. */
    record Decline(UUID id, ComponentName component) implements OwnerRequest {}

    /**
     * Leaves a release.
     *
     * @param release the one that ran when the owner asked: the one before it is not meant, should
     *     this one be gone already
     */
    record RollBack(UUID id, ComponentName component, UUID release) implements OwnerRequest {}

    static OwnerRequest install(ComponentName component, Resolution resolution) {
        return new Install(UUID.randomUUID(), component, resolution);
    }

    static OwnerRequest decline(ComponentName component) {
        return new Decline(UUID.randomUUID(), component);
    }

    static OwnerRequest rollBack(ComponentName component, UUID release) {
        return new RollBack(UUID.randomUUID(), component, release);
    }

    static OwnerRequest read(JsonObject json) {
        UUID id = json.uuid("id");
        ComponentName component = new ComponentName(json.string("component"));
        String verb = json.string("verb");
        return switch (verb) {
            case "install" ->
                    new Install(id, component, Resolution.valueOf(json.string("resolution")));
            case "decline" -> new Decline(id, component);
            case "roll-back" -> new RollBack(id, component, json.uuid("release_id"));
            default -> throw new MalformedDocumentException("unknown verb " + verb);
        };
    }

    default JsonObject write() {
        JsonBuilder json = new JsonBuilder().put("id", id()).put("component", component().value());
        switch (this) {
            case Install install ->
                    json.put("verb", "install").put("resolution", install.resolution().name());
            case Decline _ -> json.put("verb", "decline");
            case RollBack back -> json.put("verb", "roll-back").put("release_id", back.release());
        }
        return json.build();
    }
}
