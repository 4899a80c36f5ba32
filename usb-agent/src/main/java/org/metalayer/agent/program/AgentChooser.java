package org.metalayer.agent.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.SmallFile;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.system.SystemAnswer;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.system.SystemVersion;

/**
 * Chooses before each start of the agent which one it is, with the right to say what runs: the
 * image's own, unless the fleet's keys vouch for another one that is newer and does not fail.
 */
public final class AgentChooser {

    private final StickDirectory stick;
    private final AgentPlaces places;
    private final DurableFiles files;
    private final Candidates candidates;

    /**
     * @param own version of the image's agent
     */
    public AgentChooser(
            StickDirectory stick,
            AgentPlaces places,
            DurableFiles files,
            InstantSource clock,
            SystemVersion own) {
        this.stick = stick;
        this.places = places;
        this.files = files;
        this.candidates = new Candidates(stick, places, clock, own);
    }

    /**
     * Puts the chosen one where it is run from. Whatever ends this before its end, the image's own
     * runs.
     *
     * @return what was chosen, in words
     */
    public String choose() throws IOException {
        if (!Files.isDirectory(places.run())) {
            // The unit makes it; nothing is written on a computer that has no such unit.
            throw new IOException("this computer was not booted from a stick");
        }
        files.delete(places.chosen());
        files.delete(places.choice());
        AgentWish wish = wish();
        AgentStarts before = starts().hearing(wish.well());
        UUID start = UUID.randomUUID();
        Path fresh = places.run().resolve("stick.new");
        List<AgentChoice.Refused> refused = new ArrayList<>();
        // Those who no longer vouch for one have to do so again: what was verified once is over.
        List<UUID> known = new ArrayList<>(wish.releases());
        Optional<Candidates.Fit> fit = first(wish, before, fresh, refused, known);
        // Before what it counts: a start that the power ends was one.
        memory().write(before.next(start, fit.map(Candidates.Fit::tries), known));
        AgentChoice choice =
                new AgentChoice(start, wish.order(), fit.map(Candidates.Fit::chosen), refused);
        choices(places, files).write(choice);
        if (fit.isPresent()) {
            files.move(fresh, places.chosen());
        }
        return text(choice);
    }

    private Optional<Candidates.Fit> first(
            AgentWish wish,
            AgentStarts before,
            Path fresh,
            List<AgentChoice.Refused> refused,
            List<UUID> known) {
        for (UUID id : wish.releases()) {
            switch (candidates.examine(id, before.of(id), fresh)) {
                case Candidates.Fit fit -> {
                    return Optional.of(fit);
                }
                case Candidates.Unfit(SystemAnswer.Trouble why, boolean vouched) -> {
                    refused.add(new AgentChoice.Refused(id, why));
                    if (!vouched) {
                        known.remove(id);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What cannot be read wishes for nothing: the agent says it again. */
    private AgentWish wish() {
        try {
            byte[] json = SmallFile.read(stick.agentWish(), AgentWish.MAX_LENGTH);
            return AgentWish.read(Json.parseObject(json));
        } catch (IOException | MalformedDocumentException | IllegalArgumentException _) {
            return AgentWish.NONE;
        }
    }

    /** Damaged, it is written anew: a failing agent comes back twice more, and no further. */
    private AgentStarts starts() throws IOException {
        try {
            return memory().read().orElse(AgentStarts.NONE);
        } catch (DamagedStateException _) {
            return AgentStarts.NONE;
        }
    }

    private StateFile<AgentStarts> memory() {
        return new StateFile<>(files, places.starts(), AgentStarts::read, AgentStarts::write);
    }

    static StateFile<AgentChoice> choices(AgentPlaces places, DurableFiles files) {
        return new StateFile<>(files, places.choice(), AgentChoice::read, AgentChoice::write);
    }

    private static String text(AgentChoice choice) {
        List<String> lines = new ArrayList<>();
        choice.refused()
                .forEach(each ->
                        lines.add(
                                "release %s does not run: %s"
                                        .formatted(each.release(), each.why().reason())));
        lines.add(
                choice.release()
                        .map(it -> "the agent is version %s".formatted(it.version()))
                        .orElse("the agent is the image's own"));
        return String.join(System.lineSeparator(), lines);
    }
}
