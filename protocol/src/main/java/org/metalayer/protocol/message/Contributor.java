package org.metalayer.protocol.message;

import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** The stick that a release came from. */
public record Contributor(ModuleId moduleId, ModuleName moduleName) {
    static Contributor read(JsonObject json) {
        return new Contributor(
                new ModuleId(json.string("module_id")), new ModuleName(json.string("module_name")));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("module_id", moduleId.value())
                .put("module_name", moduleName.value())
                .build();
    }
}
