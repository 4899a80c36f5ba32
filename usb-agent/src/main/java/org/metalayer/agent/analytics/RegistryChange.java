package org.metalayer.agent.analytics;

import java.util.List;
import org.metalayer.protocol.analytics.Field;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What a newer registry brings that the owner was not asked about yet. A field never changes its
 * meaning, so that new fields are all the difference there can be.
 *
 * @param seen the version that the owner has seen; 0 for none
 * @param version that of this program
 * @param added none of them is sent before the owner has seen them
 */
public record RegistryChange(int seen, int version, List<Field> added) {

    public RegistryChange {
        added = List.copyOf(added);
    }

    /** As the owner's page reads it. */
    public JsonObject write() {
        return new JsonBuilder()
                .put("seen", seen)
                .put("version", version)
                .put("added", added, Field::write)
                .build();
    }
}
