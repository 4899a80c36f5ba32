package org.metalayer.acceptance.boot;

import java.io.IOException;
import java.nio.file.Path;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.protocol.json.JsonBuilder;

/**
 * What a stick is flashed with so that it finds its fleet.
 *
 * @param server as the emulated computer sees this one
 */
record FleetSettings(String server, Path firstRoot, String enrolmentCode) {

    /** Those of a fleet that lets one more stick in. */
    static FleetSettings of(Fleet fleet) throws IOException {
        JsonBuilder code =
                new JsonBuilder().put("note", "image").put("uses", 1).put("expires_in_hours", 1);
        return new FleetSettings(
                "http://10.0.2.2:" + fleet.system().url().getPort(),
                fleet.system().data().resolve("feed/v1/metadata/1.root.json"),
                fleet.operator().post("/enrolment-codes", code).expect(201).json().text("code"));
    }
}
