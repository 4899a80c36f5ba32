package org.metalayer.server.rollout;

import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.dsse.Envelope;

/** The newest signed deployment manifest, as it is served. */
public final class ServedManifest {

    private final long sequence;
    private final byte[] envelope;
    private final String entityTag;

    ServedManifest(long sequence, byte[] envelope) {
        this.sequence = sequence;
        this.envelope = envelope.clone();
        this.entityTag = '"' + Sha256.of(envelope).hex() + '"';
    }

    public long sequence() {
        return sequence;
    }

    /** The signed bytes. */
    public byte[] envelope() {
        return envelope.clone();
    }

    /** The manifest itself, as JSON. */
    public byte[] payload() {
        return Envelope.parse(envelope).unverifiedPayload();
    }

    /** A strong validator (RFC 9110 §8.8.3), quotes included. */
    public String entityTag() {
        return entityTag;
    }
}
