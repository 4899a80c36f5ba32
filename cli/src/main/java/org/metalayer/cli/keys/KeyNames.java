package org.metalayer.cli.keys;

import org.metalayer.protocol.tuf.model.TufKey;

/** Keys as people tell them apart. */
final class KeyNames {
    /** As many digits as nobody makes by trying. */
    private static final int BRIEF = 16;

    private KeyNames() {}

    static String brief(String keyId) {
        return keyId.substring(0, Math.min(BRIEF, keyId.length()));
    }

    static String brief(TufKey key) {
        return brief(key.keyId());
    }
}
