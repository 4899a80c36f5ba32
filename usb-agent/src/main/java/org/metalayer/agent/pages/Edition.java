package org.metalayer.agent.pages;

/** Which of its states of a component is shown. */
enum Edition {
    /** Strictly the installed release: files of its manifest, byte for byte. */
    RELEASE,
    /** What the owner has in the component's directory now, which nobody has checked. */
    PREVIEW
}
