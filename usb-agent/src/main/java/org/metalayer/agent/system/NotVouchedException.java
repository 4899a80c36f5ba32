package org.metalayer.agent.system;

import java.io.IOException;

/** Those who may were asked, and do not vouch for it. */
public final class NotVouchedException extends IOException {

    private static final long serialVersionUID = 1L;

    NotVouchedException(String message) {
        super(message);
    }
}
