package org.metalayer.agent.daemon;

import java.io.IOException;
import java.time.Duration;

/** An agent between its start and its end. */
public final class RunningAgent {

    private final Rounds rounds;
    private final Schedule schedule;

    RunningAgent(Rounds rounds, Schedule schedule) {
        this.rounds = rounds;
        this.schedule = schedule;
    }

    /** One round with everything due. */
    public Duration round() throws IOException {
        schedule.hurry();
        rounds.noticeChanges();
        return rounds.run();
    }
}
