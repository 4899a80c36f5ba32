package org.metalayer.agent.enrol;

import java.io.IOException;

/** The Main System names another root than the one this stick pinned, and is not believed. */
public final class TrustChangedException extends IOException {

    private static final long serialVersionUID = 1L;

    TrustChangedException() {
        super(
                "the Main System shows another first root than the one this stick trusts, so its"
                        + " answer was refused: ask the operator whether it was set up anew; if so,"
                        + " have them give you its 1.root.json, and run `stick new-identity --trust"
                        + " 1.root.json`: the stick forgets the old one, and what lies in module/"
                        + " stays");
    }
}
