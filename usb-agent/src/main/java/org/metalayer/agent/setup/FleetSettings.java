package org.metalayer.agent.setup;

import java.net.URI;
import java.util.Optional;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonObject;

/**
 * What all sticks of a fleet are told: {@code fleet.json}.
 *
 * @param server the Main System's address, without a path
 * @param enrolmentCode accepts a stick at once when the Main System knows it
 */
public record FleetSettings(URI server, Optional<String> enrolmentCode) {

    public FleetSettings {
        enrolmentCode.ifPresent(code -> Texts.line("enrolment_code", code, 1, 128));
    }

    static FleetSettings read(JsonObject json) {
        return new FleetSettings(
                StickConfig.server(json.string("server")), json.optionalString("enrolment_code"));
    }
}
