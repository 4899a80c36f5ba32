package org.metalayer.server.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.security.Principal;
import java.util.UUID;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.key.VerifyingKey;

/**
 * The stick a request comes from, as its session token says. Whether it is still accepted, the
 * fleet knows.
 *
 * @param publicKey in base64: most requests never need the key itself
 * @param epoch where its renewals stood when the session began: what tells copies of it apart
 */
public record StickPrincipal(UUID stickId, ModuleId moduleId, String publicKey, long epoch)
        implements Principal {

    /** The stick behind {@code identity}, on an endpoint that only sticks reach. */
    public static StickPrincipal of(SecurityIdentity identity) {
        return (StickPrincipal) identity.getPrincipal();
    }

    /** The key that signs what this stick reports. */
    public VerifyingKey verifyingKey() {
        return VerifyingKey.parse(publicKey);
    }

    @Override
    public String getName() {
        return moduleId.value();
    }
}
