package org.metalayer.agent.install;

import java.util.List;
import org.metalayer.protocol.RelativePath;

/** What installing a release means for the owner's files as they are now. */
sealed interface Intent {

    /** The files are the release's already, or what the owner made of it since. */
    record Adopt(Plan plan, List<RelativePath> kept) implements Intent {}

    /**
     * A new tree takes the place of the old one.
     *
     * @param kept files of the owner that stay as they are
     * @param yielding files of the owner that the owner lets go: copies are saved
     */
    record Replace(Plan plan, List<RelativePath> kept, List<RelativePath> yielding)
            implements Intent {}

    /** The owner has to choose first. */
    record Ask(Conflicts conflicts) implements Intent {}
}
