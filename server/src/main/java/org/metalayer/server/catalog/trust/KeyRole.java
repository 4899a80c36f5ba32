package org.metalayer.server.catalog.trust;

import java.util.Locale;
import org.metalayer.protocol.dsse.PayloadType;

/** What a key may speak for. */
enum KeyRole {
    RELEASE(PayloadType.RELEASE),
    DIRECTOR(PayloadType.DEPLOYMENT_MANIFEST);

    private final PayloadType signs;

    KeyRole(PayloadType signs) {
        this.signs = signs;
    }

    PayloadType signs() {
        return signs;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    String fileName() {
        return wire() + ".key";
    }
}
