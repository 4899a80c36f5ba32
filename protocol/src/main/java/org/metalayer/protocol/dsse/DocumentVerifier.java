package org.metalayer.protocol.dsse;

/**
 * Decides which documents of the Main System a stick believes. The seam at which TUF metadata takes
 * over.
 */
public interface DocumentVerifier {
    /**
     * The payload of an envelope that is trusted for this type.
     *
     * @throws InvalidSignatureException when it is not
     */
    byte[] verify(PayloadType type, Envelope envelope);
}
