package org.metalayer.agent.feed;

import java.nio.charset.StandardCharsets;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Names the newest deployment manifest that was believed, so that an old one is refused even where
 * the manifest itself can no longer be read. It proves itself by a checksum: on worn flash a
 * sequence with one flipped bit could refuse every manifest for years.
 *
 * @param payload digest of the signed bytes
 */
record FeedMark(long sequence, Sha256 payload) {

    static FeedMark read(JsonObject json) {
        FeedMark mark =
                new FeedMark(json.integer("sequence"), new Sha256(json.string("payload_sha256")));
        if (!mark.checksum().equals(json.string("checksum"))) {
            throw new MalformedDocumentException("the checksum is not that of the rest");
        }
        return mark;
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("sequence", sequence)
                .put("payload_sha256", payload.hex())
                .put("checksum", checksum())
                .build();
    }

    private String checksum() {
        return Sha256.of((sequence + " " + payload.hex()).getBytes(StandardCharsets.UTF_8)).hex();
    }
}
