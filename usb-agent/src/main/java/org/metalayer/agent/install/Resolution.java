package org.metalayer.agent.install;

/** What becomes of files that both the owner and the release changed. */
public enum Resolution {
    /** Nothing is installed until the owner chooses. */
    ASK,
    /** The owner's files stay as they are. */
    KEEP_MINE,
    /** The release's files are taken; the owner's are saved beside. */
    TAKE_THEIRS
}
