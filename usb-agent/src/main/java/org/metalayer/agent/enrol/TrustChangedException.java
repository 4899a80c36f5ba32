package org.metalayer.agent.enrol;

import java.io.IOException;

/** The Main System names another root than the one this stick pinned, and is not believed. */
public final class TrustChangedException extends IOException {

    private static final long serialVersionUID = 1L;

    TrustChangedException() {
        super(
                "the Main System shows another first root than the one this stick trusts, so its"
                        + " answer was refused. One that was taken over would do and say the same:"
                        + " ask the operator, by another way than this Main System, whether it was"
                        + " set up anew. If so, have them give you its 1.root.json and tell you its"
                        + " digest, and run `stick new-identity --trust 1.root.json`, which shows"
                        + " the digest to compare: the stick forgets the old one, and what lies in"
                        + " module/ stays");
    }
}
