package org.metalayer.server.rollout;

/** What came of a look at a rollout. */
enum Looked {

    /** Somebody else is at it, who may have looked before the news came. */
    NOT,

    /** Nothing was to be done. */
    IDLE,

    /** It took a step, which sticks have to be told. */
    STEPPED
}
