package org.metalayer.agent.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.protocol.message.UpgradeReport;

/**
 * A report that lies on the stick, signed, with its files, until the Main System has it all.
 *
 * @param directory holds the envelope and the files
 */
public record SpooledReport(UpgradeReport report, Path directory) {

    static final String ENVELOPE = "report.json";

    static SpooledReport read(Path directory) throws IOException {
        Envelope envelope = Envelope.parse(Files.readAllBytes(directory.resolve(ENVELOPE)));
        // Its own signature was made here; the Main System checks it.
        UpgradeReport report = UpgradeReport.read(Json.parseObject(envelope.unverifiedPayload()));
        return new SpooledReport(report, directory);
    }

    boolean isSignedBy(VerifyingKey key) throws IOException {
        return Envelope.parse(envelope()).signatures().getFirst().keyId().equals(key.keyId());
    }

    /** The signed bytes, the same at every attempt. */
    byte[] envelope() throws IOException {
        return Files.readAllBytes(directory.resolve(ENVELOPE));
    }
}
