package org.metalayer.acceptance.harness;

import java.util.concurrent.atomic.AtomicInteger;

/** Names that no other test of this run uses. */
public final class Names {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Names() {}

    /** A module id or component name that tells what it is for. */
    public static String unique(String purpose) {
        return purpose + "-" + NUMBER.incrementAndGet();
    }
}
