package org.metalayer.server.catalog.trust;

import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.server.platform.StartupException;

/** A Main System that lost the keys it signs with by itself must not quietly go on without. */
final class KeysAtHand {

    private KeysAtHand() {}

    static void require(TrustState state, OnlineKeys keys) {
        for (TrustRole role : TrustRole.values()) {
            if (role.signer() == TrustRole.Signer.MACHINE) {
                Authority authority = state.authority(role);
                if (keys.of(authority).size() < authority.threshold()) {
                    throw new StartupException(
                            ("%s lacks the key that sticks trust for %s: put back your copy of it,"
                                 + " or replace it with the root key (./metalayer keys rotate);"
                                 + " where the database is another Main System's, give this one its"
                                 + " own")
                                    .formatted(keys.directory(), role.wire()));
                }
            }
        }
    }
}
