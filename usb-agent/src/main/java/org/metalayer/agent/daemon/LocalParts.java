package org.metalayer.agent.daemon;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.metalayer.agent.content.ContentScanner;
import org.metalayer.agent.content.InstalledComponents;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.enrol.EnrolmentRecord;
import org.metalayer.agent.enrol.Enrolments;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.identity.StickIdentity;
import org.metalayer.agent.install.Attempts;
import org.metalayer.agent.install.Journal;
import org.metalayer.agent.install.OwnerRequests;
import org.metalayer.agent.install.RunningReleases;
import org.metalayer.agent.outcome.OutcomeHistory;
import org.metalayer.agent.outcome.OutcomeSpool;
import org.metalayer.agent.pages.PagesRecord;
import org.metalayer.agent.pages.Shelf;
import org.metalayer.agent.program.AgentDoor;
import org.metalayer.agent.program.AgentPlaces;
import org.metalayer.agent.program.Wellbeing;
import org.metalayer.agent.report.ReportSpool;
import org.metalayer.agent.report.Reports;
import org.metalayer.agent.report.SentReports;
import org.metalayer.agent.session.RenewalMemory;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.agent.system.ImageDoor;
import org.metalayer.agent.system.SystemDoor;
import org.metalayer.agent.system.SystemPlaces;
import org.metalayer.protocol.system.SystemFiles;

/** Everything of a stick that needs no network, put together once per process. */
public final class LocalParts {

    private final StickDirectory stick;
    private final Storage storage;
    private final InstantSource clock;
    private final DurableFiles records;
    private final SystemPlaces places;
    private final StickConfig config;
    private final StickIdentity identity;
    private final ContentScanner scanner;
    private final InstalledComponents installed;
    private final ReportSpool reportSpool;
    private final AgentDoor agentDoor;
    private final Wellbeing wellbeing;

    private LocalParts(
            StickDirectory stick,
            Storage storage,
            InstantSource clock,
            SystemPlaces places,
            AgentPlaces agents,
            StickConfig config)
            throws IOException {
        this.stick = stick;
        this.storage = storage;
        this.clock = clock;
        this.records = storage.files().withBallast(stick.ballast());
        this.places = places;
        this.config = config;
        this.identity = StickIdentity.of(stick, config, storage.files());
        this.scanner = new ContentScanner(stick, storage.files());
        this.installed = new InstalledComponents(stick, storage.files());
        this.agentDoor = new AgentDoor(stick, agents, records);
        this.wellbeing = new Wellbeing(stick, agents, records);
        this.reportSpool = new ReportSpool(stick, storage.files(), storage.renames());
    }

    /**
     * Opens a prepared stick on this computer.
     *
     * @throws org.metalayer.agent.stick.NotAStickException when it is not prepared
     */
    public static LocalParts open(StickDirectory stick, Storage storage, InstantSource clock)
            throws IOException {
        return open(stick, storage, clock, SystemPlaces.ofImage(), AgentPlaces.ofImage());
    }

    /**
     * Opens a prepared stick.
     *
     * @param places where the system that was booted is found
     * @param agents where it chooses its agent
     */
    static LocalParts open(
            StickDirectory stick,
            Storage storage,
            InstantSource clock,
            SystemPlaces places,
            AgentPlaces agents)
            throws IOException {
        return new LocalParts(
                stick, storage, clock, places, agents, StickConfig.of(stick, storage.files()));
    }

    public StickDirectory stick() {
        return stick;
    }

    public Storage storage() {
        return storage;
    }

    public InstantSource clock() {
        return clock;
    }

    public StickConfig config() {
        return config;
    }

    public StickIdentity identity() {
        return identity;
    }

    public ContentScanner scanner() {
        return scanner;
    }

    public InstalledComponents installed() {
        return installed;
    }

    public OwnersContent content() {
        return new OwnersContent(stick, scanner, installed);
    }

    /** What is shown on this computer. */
    public Shelf shelf() {
        return new Shelf(stick, scanner, installed, journal(), content());
    }

    /** Where it is shown. */
    public StateFile<PagesRecord> pagesFile() {
        return PagesRecord.file(stick, files());
    }

    public ReportSpool reportSpool() {
        return reportSpool;
    }

    public Reports reports() throws IOException {
        return Reports.of(stick, storage, clock);
    }

    public SentReports sentReports() {
        return new SentReports(stick, files());
    }

    public OutcomeHistory outcomeHistory() {
        return new OutcomeHistory(stick, files());
    }

    public OutcomeSpool outcomeSpool() {
        return new OutcomeSpool(stick, identity, files(), outcomeHistory());
    }

    public Journal journal() {
        return new Journal(stick, files());
    }

    public Attempts attempts() {
        return new Attempts(stick, files());
    }

    public OwnerRequests requests() {
        return new OwnerRequests(stick, files());
    }

    /** What the stick remembers of its sessions. */
    public RenewalMemory renewals() {
        return new RenewalMemory(stick, files(), identity.key());
    }

    public StateFile<EnrolmentRecord> enrolmentFile() {
        return Enrolments.file(stick, files());
    }

    /** What runs of the system and its agent. */
    RunningReleases running() {
        return new RunningReleases(
                stick,
                files(),
                installed(),
                Map.of(SystemFiles.COMPONENT, door(), SystemFiles.AGENT, agentDoor));
    }

    /** To the system that this agent runs in. */
    public SystemDoor door() {
        return new ImageDoor(stick, files(), places);
    }

    /** To what chooses the agent of the system. */
    public AgentDoor agentDoor() {
        return agentDoor;
    }

    public Wellbeing wellbeing() {
        return wellbeing;
    }

    /** How it stands with the Main System; empty before the first round. */
    public Optional<Contact> contact() throws IOException {
        return Contact.file(stick, files()).read();
    }

    /** For the agent's own records, for which there is room also on a full stick. */
    DurableFiles files() {
        return records;
    }
}
