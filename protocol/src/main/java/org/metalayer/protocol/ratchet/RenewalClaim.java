package org.metalayer.protocol.ratchet;

import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Where a stick says it stands when it renews its session.
 *
 * @param epoch of the newest answer that it has; 0 for none
 * @param nonce that came with it; empty for none
 * @param requestId names this renewal
 * @param confirmsRestore the owner says that the stick was restored from a backup
 */
public record RenewalClaim(long epoch, String nonce, RequestId requestId, boolean confirmsRestore) {
    /** A million years of sessions, and a number that every reader of JSON has. */
    private static final long LARGEST_EPOCH = 1L << 40;

    private static final int LONGEST_NONCE = 512;

    public RenewalClaim {
        if (epoch < 0 || epoch > LARGEST_EPOCH) {
            throw new MalformedDocumentException(
                    "epoch must be 0 to %d, was %d".formatted(LARGEST_EPOCH, epoch));
        }
        Texts.line("epoch_nonce", nonce, 0, LONGEST_NONCE);
    }

    public static RenewalClaim read(JsonObject json) {
        return new RenewalClaim(
                json.integer("epoch"),
                json.string("epoch_nonce"),
                new RequestId(json.string("request_id")),
                json.bool("confirms_restore"));
    }

    public void write(JsonBuilder json) {
        json.put("epoch", epoch)
                .put("epoch_nonce", nonce)
                .put("request_id", requestId.hex())
                .put("confirms_restore", confirmsRestore);
    }
}
