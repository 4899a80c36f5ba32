package org.metalayer.agent.enrol;

import java.io.IOException;

/** The Main System names other keys than those this stick pinned, and is not believed. */
public final class TrustChangedException extends IOException {

    private static final long serialVersionUID = 1L;

    TrustChangedException() {
        super(
                "the Main System shows other keys than those this stick trusts, so its answer was"
                    + " refused: ask the operator whether the keys were replaced; if so, prepare"
                    + " the stick anew");
    }
}
