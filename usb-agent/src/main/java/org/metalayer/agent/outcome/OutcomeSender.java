package org.metalayer.agent.outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.ProblemException;
import org.metalayer.agent.session.Sessions;

/** Tells the Main System what came of its offers. Its id makes telling one twice harmless. */
public final class OutcomeSender {

    private final Sessions sessions;
    private final OutcomeSpool spool;

    public OutcomeSender(Sessions sessions, OutcomeSpool spool) {
        this.sessions = sessions;
        this.spool = spool;
    }

    /**
     * Sends all that wait.
     *
     * @return what the Main System did not want to hear, for the log
     * @throws org.metalayer.agent.net.OfflineException when the line is lost: the rest waits
     */
    public List<String> sendAll() throws IOException {
        List<String> refused = new ArrayList<>();
        for (Path file : spool.waiting()) {
            try {
                sessions.send(Call.post("/api/v1/stick/outcomes", Files.readAllBytes(file)));
            } catch (ProblemException e) {
                if (Sessions.isAboutTheStick(e)) {
                    throw e;
                }
                refused.add("an outcome was refused: " + e.getMessage());
            }
            spool.remove(file);
        }
        return refused;
    }
}
