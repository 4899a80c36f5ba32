package org.metalayer.server.evaluation.stage;

import java.io.IOException;
import org.metalayer.server.evaluation.capability.Capabilities;
import org.metalayer.server.evaluation.capability.CapabilityReader;
import org.metalayer.server.evaluation.content.Contents;

/**
 * What can do more than the release before goes to a person; a first release starts from nothing.
 */
final class CapabilityStage implements PureStage {

    @Override
    public String name() {
        return "capabilities";
    }

    @Override
    public int rules() {
        return Capabilities.VERSION;
    }

    @Override
    public Finding examine(Dossier dossier) throws IOException {
        CapabilityReader now = read(dossier.contents());
        if (!now.unread().isEmpty()) {
            return new Finding.Doubtful(
                    "too large to be read as code: " + Reasons.shown(now.unread()));
        }
        Capabilities more = now.capabilities().beyond(read(dossier.replaced()).capabilities());
        return more.isEmpty()
                ? new Finding.Passed("nothing that the release before could not do")
                : new Finding.Doubtful("new: it " + more.describe());
    }

    private static CapabilityReader read(Contents contents) throws IOException {
        CapabilityReader reader = new CapabilityReader();
        contents.walk(reader::read);
        return reader;
    }
}
