package org.metalayer.agent.trust;

import java.io.IOException;
import java.util.Optional;
import org.metalayer.agent.net.Answer;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.Deadline;
import org.metalayer.agent.net.MainSystem;
import org.metalayer.agent.net.ProblemException;
import org.metalayer.protocol.tuf.client.Fetcher;

/**
 * Fetches trust metadata from the feed. Minimum speed and redirects are the network's affair. Not
 * for several threads.
 */
final class FeedFetcher implements Fetcher {

    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    private final MainSystem server;
    private Deadline deadline = Deadline.none();

    FeedFetcher(MainSystem server) {
        this.server = server;
    }

    /** What is fetched from now on has to be here by then, all of it together. */
    void endAt(Deadline end) {
        deadline = end;
    }

    @Override
    public Fetched fetch(String file, long maxLength, Optional<String> knownTag)
            throws IOException {
        Call call = Call.get("/feed/v1/metadata/" + file);
        try {
            Answer answer =
                    server.send(
                            knownTag.map(tag -> call.with("If-None-Match", tag)).orElse(call),
                            maxLength,
                            deadline);
            return answer.status() == NOT_MODIFIED
                    ? new Unchanged()
                    : new Found(answer.body(), answer.header("ETag"));
        } catch (ProblemException e) {
            if (e.problem().status() == NOT_FOUND) {
                return new Missing();
            }
            throw e;
        }
    }
}
