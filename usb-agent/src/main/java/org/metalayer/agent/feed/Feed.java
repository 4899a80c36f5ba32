package org.metalayer.agent.feed;

import java.io.IOException;
import java.util.Optional;
import org.metalayer.agent.net.Answer;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.MainSystem;
import org.metalayer.agent.net.UnexpectedAnswerException;
import org.metalayer.protocol.message.DeploymentManifest;

/** Polls the deployment manifest (docs/protocol.md §7). */
public final class Feed {

    private static final int NOT_MODIFIED = 304;

    private final MainSystem server;
    private final SeenFeed seen;

    public Feed(MainSystem server, SeenFeed seen) {
        this.server = server;
        this.seen = seen;
    }

    /** The newest manifest that was believed, without asking. */
    public Optional<DeploymentManifest> current() throws IOException {
        return seen.manifest();
    }

    /**
     * Asks for a newer one.
     *
     * @return the manifest to follow
     * @throws RefusedManifestException when what came must not be believed
     */
    public DeploymentManifest poll() throws IOException {
        Call call = Call.get("/feed/v1/deployment-manifest");
        Optional<SeenFeed.Believed> known = seen.newest();
        Optional<String> etag = known.flatMap(SeenFeed.Believed::etag);
        Answer answer = server.send(etag.map(tag -> call.with("If-None-Match", tag)).orElse(call));
        if (answer.status() == NOT_MODIFIED) {
            return known.map(SeenFeed.Believed::manifest)
                    .orElseThrow(() ->
                            new UnexpectedAnswerException(
                                    "the Main System says that nothing is new, but there is nothing"
                                            + " old"));
        }
        return seen.accept(answer.body(), answer.header("ETag"));
    }
}
