package org.metalayer.image.fleet;

import java.net.URI;
import java.util.Optional;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Which Main System a stick belongs to: {@code metalayer/fleet.json}.
 *
 * @param server the Main System's address, without a path
 * @param enrolmentCode accepts the stick at once
 */
public record FleetSettings(URI server, Optional<String> enrolmentCode) {

    /** As the agent's settings allow. */
    private static final int LONGEST_CODE = 128;

    public FleetSettings {
        server = StickConfig.server(server.toString());
        enrolmentCode.ifPresent(code -> Texts.line("the enrolment code", code, 1, LONGEST_CODE));
    }

    static FleetSettings read(JsonObject json) {
        return new FleetSettings(
                StickConfig.server(json.string("server")), json.optionalString("enrolment_code"));
    }

    JsonObject write() {
        JsonBuilder json = new JsonBuilder().put("server", server.toString());
        enrolmentCode.ifPresent(code -> json.put("enrolment_code", code));
        return json.build();
    }
}
