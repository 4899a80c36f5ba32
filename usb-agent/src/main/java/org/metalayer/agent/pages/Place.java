package org.metalayer.agent.pages;

/** What a host name stands for. */
sealed interface Place {

    /** The list of everything. */
    record Start() implements Place {}

    /** The agent's own page around one component, in which its content is kept. */
    record Frame(Site site) implements Place {}

    /** The content itself. */
    record Content(Site site) implements Place {}
}
