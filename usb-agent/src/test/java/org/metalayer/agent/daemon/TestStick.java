package org.metalayer.agent.daemon;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.identity.UsbIdentity;
import org.metalayer.agent.install.OwnerRequest;
import org.metalayer.agent.install.Resolution;
import org.metalayer.agent.program.AgentPlaces;
import org.metalayer.agent.report.Proposal;
import org.metalayer.agent.report.SpooledReport;
import org.metalayer.agent.stick.Intervals;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.agent.system.SystemPlaces;
import org.metalayer.agent.usb.StickFinder;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.trust.PinnedRoot;

/** A stick in a directory, whose agent does one round when a test says so. */
public final class TestStick {

    private final Path root;
    private final URI server;
    private final String moduleId;
    private final FakeUptime uptime = new FakeUptime();
    private final List<String> log = new ArrayList<>();
    private InstantSource clock = InstantSource.system();
    private SystemPlaces places = SystemPlaces.ofImage();
    private AgentPlaces agents = AgentPlaces.ofImage();
    private Optional<String> code = Optional.empty();
    private Optional<PinnedRoot> bakedTrust = Optional.empty();
    private long headroom;

    private TestStick(Path root, URI server, String moduleId) {
        this.root = root;
        this.server = server;
        this.moduleId = moduleId;
    }

    /** Prepares a directory below {@code parent}. */
    public static TestStick in(Path parent, URI server, String moduleId) throws IOException {
        TestStick stick = new TestStick(parent.resolve(moduleId), server, moduleId);
        stick.configure();
        return stick;
    }

    /** The same directory as another process would find it. */
    public TestStick copyTo(Path directory) throws IOException {
        Trees.copy(root, directory);
        return new TestStick(directory, server, moduleId);
    }

    public TestStick clock(InstantSource other) {
        clock = other;
        return this;
    }

    /** Where the computer is found that it was booted on. */
    public TestStick on(SystemPlaces computer) {
        places = computer;
        return this;
    }

    /** Where the system chooses its agent. */
    public TestStick choosing(AgentPlaces from) {
        agents = from;
        return this;
    }

    public TestStick trusting(PinnedRoot first) throws IOException {
        bakedTrust = Optional.of(first);
        configure();
        return this;
    }

    public TestStick enrolmentCode(String text) throws IOException {
        code = Optional.of(text);
        configure();
        return this;
    }

    public TestStick headroom(long bytes) throws IOException {
        headroom = bytes;
        configure();
        return this;
    }

    public Path root() {
        return root;
    }

    public StickDirectory directory() {
        return new StickDirectory(root);
    }

    public FakeUptime uptime() {
        return uptime;
    }

    /** What the agent told the owner. */
    public List<String> log() {
        return List.copyOf(log);
    }

    public LocalParts local() throws IOException {
        return local(StorageFaults.none());
    }

    /** An agent as it is after a start. */
    public RunningAgent start() throws IOException {
        return start(StorageFaults.none());
    }

    public RunningAgent start(StorageFaults faults) throws IOException {
        LocalParts local = local(faults);
        SecureRandom random = new SecureRandom();
        Agent agent =
                new Agent(
                        local,
                        new Agent.Surroundings(
                                () ->
                                        UsbIdentity.of(
                                                Optional.of("SERIAL-" + moduleId),
                                                StickFinder.ofThisComputer(),
                                                root),
                                uptime,
                                random,
                                pause -> {},
                                log::add));
        Schedule schedule = new Schedule(Intervals.DEFAULT, random);
        return new RunningAgent(new Rounds(agent, schedule), schedule);
    }

    /** What is wrong, as the owner is told; empty when all is well. */
    public String trouble() throws IOException {
        return local().contact().flatMap(Contact::trouble).orElse("");
    }

    /** One start, one round, everything due. */
    public void round() throws IOException {
        start().round();
    }

    public void write(String component, String path, String text) throws IOException {
        Path file = content(component).resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    public String read(String component, String path) throws IOException {
        return Files.readString(content(component).resolve(path));
    }

    public Path content(String component) {
        return root.resolve("module").resolve(component);
    }

    /** All files of a component with their text. */
    public SortedMap<String, String> files(String component) throws IOException {
        return Trees.contents(content(component));
    }

    /** The same without what lies in hidden folders. */
    public SortedMap<String, String> visibleFiles(String component) throws IOException {
        SortedMap<String, String> files = files(component);
        files.keySet().removeIf(path -> path.startsWith("."));
        return files;
    }

    /** Reports {@code notes} on a storage that may fail. */
    void reportAll(StorageFaults faults) throws IOException {
        report(local(faults), "notes", "Notes");
    }

    public SpooledReport report(String component, String description) throws IOException {
        return report(local(), component, description);
    }

    static SpooledReport report(LocalParts local, String component, String description)
            throws IOException {
        return local.reports()
                .propose(
                        new Proposal(
                                new ComponentName(component),
                                UpgradeType.FEATURE,
                                description,
                                List.of("Something"),
                                List.of(),
                                Optional.empty()));
    }

    public OwnerRequest asksToInstall(String component, Resolution resolution) throws IOException {
        return asks(OwnerRequest.install(new ComponentName(component), resolution));
    }

    public OwnerRequest declines(String component) throws IOException {
        return asks(OwnerRequest.decline(new ComponentName(component)));
    }

    /** Asks for leaving what the component runs now. */
    public OwnerRequest asksToRollBack(String component) throws IOException {
        ComponentName name = new ComponentName(component);
        UUID runs = local().installed().of(name).orElseThrow().releaseId();
        return asks(OwnerRequest.rollBack(name, runs));
    }

    private OwnerRequest asks(OwnerRequest request) throws IOException {
        local().requests().put(request);
        return request;
    }

    /** The version that a component runs, 0 for none. */
    public long version(String component) throws IOException {
        return local().installed()
                .of(new ComponentName(component))
                .map(installed -> installed.version())
                .orElse(0L);
    }

    private LocalParts local(StorageFaults faults) throws IOException {
        return LocalParts.open(directory(), Storage.with(faults), clock, places, agents);
    }

    private void configure() throws IOException {
        StickConfig config =
                new StickConfig(
                        server,
                        new ModuleId(moduleId),
                        new ModuleName("Stick " + moduleId),
                        Optional.of("SERIAL-" + moduleId),
                        code,
                        bakedTrust,
                        Intervals.DEFAULT,
                        headroom);
        Files.createDirectories(root.resolve("module"));
        StickConfig.file(directory(), Storage.with(StorageFaults.none()).files()).write(config);
    }
}
