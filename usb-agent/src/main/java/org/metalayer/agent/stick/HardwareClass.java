package org.metalayer.agent.stick;

/** What a release's hardware classes are compared with. */
public final class HardwareClass {

    /** Such as {@code linux-amd64}. */
    public static final String OF_THIS_COMPUTER =
            "linux-" + System.getProperty("os.arch", "unknown");

    private HardwareClass() {}
}
