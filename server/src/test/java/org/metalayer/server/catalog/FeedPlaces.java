package org.metalayer.server.catalog;

import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.tuf.model.Hashes;
import org.metalayer.protocol.tuf.model.RepositoryFiles;
import org.metalayer.protocol.tuf.model.TargetFile;

/** Where the feed has what the tests ask for. */
final class FeedPlaces {

    private FeedPlaces() {}

    /** A release document's name below {@code /feed/v1/targets}. */
    static String target(Release release) {
        TargetFile file =
                new TargetFile(
                        release.documentLength(),
                        Hashes.of(release.payloadSha256()),
                        new JsonBuilder().build());
        return RepositoryFiles.target(release.targetPath(), file, true);
    }
}
