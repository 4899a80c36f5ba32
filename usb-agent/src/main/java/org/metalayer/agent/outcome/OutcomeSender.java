package org.metalayer.agent.outcome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.ProblemException;
import org.metalayer.agent.session.Sessions;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.dsse.InvalidSignatureException;

/** Tells the Main System what came of its offers. Its id makes telling one twice harmless. */
public final class OutcomeSender {

    private static final String OUTCOMES = "/api/v1/stick/outcomes";

    private final Sessions sessions;
    private final OutcomeSpool spool;

    public OutcomeSender(Sessions sessions, OutcomeSpool spool) {
        this.sessions = sessions;
        this.spool = spool;
    }

    /**
     * Sends all that wait.
     *
     * @param stickId under which the Main System knows the stick now
     * @return what the Main System did not want to hear, for the log
     * @throws org.metalayer.agent.net.OfflineException when the line is lost: the rest waits
     */
    public List<String> sendAll(UUID stickId) throws IOException {
        List<String> refused = new ArrayList<>();
        for (Path file : spool.waiting()) {
            try {
                sessions.send(Call.post(OUTCOMES, spool.read(file, stickId)));
            } catch (ProblemException e) {
                if (Sessions.isAboutTheStick(e)) {
                    throw e;
                }
                refused.add("an outcome was refused: " + e.getMessage());
            } catch (MalformedDocumentException | InvalidSignatureException e) {
                refused.add("a damaged outcome cannot be told: " + e.getMessage());
            }
            spool.remove(file);
        }
        return refused;
    }
}
