package org.metalayer.agent.checkin;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.metalayer.agent.enrol.EnrolmentState;
import org.metalayer.agent.enrol.Enrolments;
import org.metalayer.agent.net.AgentVersion;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.UnexpectedAnswerException;
import org.metalayer.agent.session.Sessions;
import org.metalayer.agent.stick.HardwareClass;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** Tells the Main System what runs here (docs/protocol.md §4). */
public final class CheckIns {

    private final Sessions sessions;
    private final Enrolments enrolments;
    private final InstantSource clock;

    public CheckIns(Sessions sessions, Enrolments enrolments, InstantSource clock) {
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    /**
     * Sends one.
     *
     * @param freeBytes room left on the stick
     * @return the pause that the Main System asks for
     */
    public Duration send(List<ComponentState> installed, long freeBytes) throws IOException {
        JsonObject body =
                new JsonBuilder()
                        .put("agent_version", AgentVersion.CURRENT)
                        .put("hardware_class", HardwareClass.closest())
                        .put("installed", installed, ComponentState::write)
                        .put("free_bytes", freeBytes)
                        .put("clock", clock.instant())
                        .build();
        JsonObject answer = sessions.send(Call.post("/api/v1/stick/check-ins", body)).json();
        try {
            EnrolmentState state = EnrolmentState.parse(answer.string("state"));
            if (enrolments.current().filter(known -> known.state() == state).isEmpty()) {
                // A new session says why, and what to do.
                sessions.renewSoon();
            }
            enrolments.noteState(state);
            return Duration.ofSeconds(answer.integer("next_check_in_seconds"));
        } catch (MalformedDocumentException e) {
            throw new UnexpectedAnswerException("the answer to a check-in: " + e.getMessage(), e);
        }
    }
}
