package org.metalayer.agent.program;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.net.AgentVersion;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.time.Uptime;

/**
 * Says that the agent of a release stays up, so that its start does not count against it. One that
 * never was in touch with the Main System could never be upgraded again: it has to be, once.
 */
public final class Wellbeing {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private final AgentPapers papers;
    private Optional<Uptime.Reading> since = Optional.empty();
    private boolean inTouch;

    public Wellbeing(StickDirectory stick, AgentPlaces places, DurableFiles files) {
        this.papers = new AgentPapers(stick, places, files);
    }

    /** Version of the agent that runs on this stick, which need not be this process. */
    public String version() throws IOException {
        return papers.choice()
                .flatMap(AgentChoice::release)
                .map(it -> it.version().text())
                .orElse(AgentVersion.CURRENT);
    }

    /** The Main System took a check-in. */
    public void checkedIn() {
        inTouch = true;
    }

    /**
     * Says so once it is so.
     *
     * @return when to look again, if it is not so yet
     */
    public Optional<Duration> tend(Uptime.Reading now) throws IOException {
        Optional<AgentChoice> choice = papers.choice().filter(it -> it.release().isPresent());
        if (choice.isEmpty() || isSaid(choice.get())) {
            return Optional.empty();
        }
        since = since.or(() -> Optional.of(now));
        Duration rest = LONG_ENOUGH.minus(now.since(since.orElseThrow()));
        if (rest.isPositive()) {
            return Optional.of(rest);
        }
        if (inTouch || choice.get().release().orElseThrow().proven()) {
            papers.wish(papers.wish().well(choice.get().start()));
        }
        return Optional.empty();
    }

    private boolean isSaid(AgentChoice choice) throws IOException {
        return papers.wish().well().equals(Optional.of(choice.start()));
    }
}
