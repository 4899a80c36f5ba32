package org.metalayer.agent.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.system.SystemVersion;

/** The units of an image that choose an agent and start it. */
public final class SimulatedImage {

    private final AgentPlaces places;
    private InstantSource clock = InstantSource.system();
    private SystemVersion own;

    public SimulatedImage(Path directory, String version) throws IOException {
        this.places =
                new AgentPlaces(
                        directory.resolve("image"),
                        directory.resolve("exe"),
                        directory.resolve("run"),
                        Files.createDirectories(directory.resolve("memory")),
                        directory.resolve("1.root.json"));
        this.own = new SystemVersion(version);
        become(version);
        switchOff();
    }

    public AgentPlaces places() {
        return places;
    }

    /** What is trusted from the start. */
    public SimulatedImage trusting(byte[] firstRoot) throws IOException {
        Files.write(places.firstRoot(), firstRoot);
        return this;
    }

    public SimulatedImage clock(InstantSource other) {
        clock = other;
        return this;
    }

    /** Another image takes its place. */
    public void become(String version) throws IOException {
        own = new SystemVersion(version);
        Files.write(places.image(), new TestAgent(version).program());
    }

    /** Only what lies on the stick is still there. */
    public void switchOff() throws IOException {
        Files.createDirectories(places.run());
        for (String name : new String[] {"stick", "stick.new", "choice.json"}) {
            Files.deleteIfExists(places.run().resolve(name));
        }
    }

    /** Starts the agent: says which version it is. */
    public String start(StickDirectory stick) throws IOException {
        return start(stick, StorageFaults.none());
    }

    /** The same while choosing may fail, or be ended. */
    public String start(StickDirectory stick, StorageFaults faults) throws IOException {
        try {
            new AgentChooser(stick, places, new DurableFiles(faults), clock, own).choose();
        } catch (IOException _) {
            // The unit has failed; the agent starts all the same.
        }
        Path program = Files.exists(places.chosen()) ? places.chosen() : places.image();
        Files.deleteIfExists(places.self());
        Files.createSymbolicLink(places.self(), program);
        String text = new String(Files.readAllBytes(program), StandardCharsets.ISO_8859_1);
        return text.substring("agent ".length(), text.indexOf('\n'));
    }
}
