package org.metalayer.agent.program;

import java.nio.file.Path;

/** Where a whole agent lies, with what says whose it is. Its bytes are not to be believed. */
record AgentFolder(Path directory) {

    /** The release's document, as it was signed. */
    Path document() {
        return directory.resolve("release.json");
    }

    Path component() {
        return directory.resolve("component.json");
    }

    Path program() {
        return directory.resolve("program");
    }
}
