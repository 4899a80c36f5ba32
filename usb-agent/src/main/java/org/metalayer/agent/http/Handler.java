package org.metalayer.agent.http;

import java.io.IOException;

/** Answers requests; called from many threads at once. */
public interface Handler {

    /** The answer, which the caller closes. */
    Answer answer(Request request) throws IOException;

    /** A page for what could not be read as a request, or not be answered. */
    Answer refuse(int status, String words);
}
