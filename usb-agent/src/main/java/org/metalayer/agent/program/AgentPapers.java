package org.metalayer.agent.program;

import java.io.IOException;
import java.util.Optional;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;

/** What the agent and what chooses it tell each other. */
final class AgentPapers {

    private final StateFile<AgentWish> wishes;
    private final StateFile<AgentChoice> choices;

    AgentPapers(StickDirectory stick, AgentPlaces places, DurableFiles files) {
        this.wishes = new StateFile<>(files, stick.agentWish(), AgentWish::read, AgentWish::write);
        this.choices = AgentChooser.choices(places, files);
    }

    /** A damaged wish is none: what is wished for is wished for again. */
    AgentWish wish() throws IOException {
        try {
            return wishes.read().orElse(AgentWish.NONE);
        } catch (DamagedStateException _) {
            return AgentWish.NONE;
        }
    }

    void wish(AgentWish wish) throws IOException {
        wishes.write(wish);
    }

    /** What was chosen at this start; empty where no image chose. */
    Optional<AgentChoice> choice() throws IOException {
        return choices.read();
    }
}
