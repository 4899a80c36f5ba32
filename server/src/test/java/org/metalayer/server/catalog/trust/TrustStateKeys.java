package org.metalayer.server.catalog.trust;

import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.PublicHalf;

/** Keys as metadata names them, for documents that are no metadata. */
final class TrustStateKeys {

    private TrustStateKeys() {}

    static VerifyingKey only(Authority authority) {
        return ((PublicHalf.Ed25519) authority.keys().getFirst().publicHalf()).key();
    }
}
