package org.metalayer.agent.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.metalayer.agent.content.Change;
import org.metalayer.agent.content.ComponentContent;
import org.metalayer.agent.content.ContentScanner;
import org.metalayer.agent.content.InstalledComponents;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.files.DiskSpace;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.identity.StickIdentity;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.message.UpgradeReport;

/** Makes signed reports out of what the owner changed (docs/protocol.md §5). */
public final class Reports {

    private final StickDirectory stick;
    private final StickIdentity identity;
    private final OwnersContent content;
    private final ReportSpool spool;
    private final DurableFiles files;
    private final InstantSource clock;

    private Reports(
            StickDirectory stick,
            StickIdentity identity,
            OwnersContent content,
            ReportSpool spool,
            DurableFiles files,
            InstantSource clock) {
        this.stick = stick;
        this.identity = identity;
        this.content = content;
        this.spool = spool;
        this.files = files;
        this.clock = clock;
    }

    /** The reports of a prepared stick. */
    public static Reports of(StickDirectory stick, Storage storage, InstantSource clock)
            throws IOException {
        DurableFiles files = storage.files();
        return new Reports(
                stick,
                StickIdentity.of(stick, StickConfig.of(stick, files), files),
                new OwnersContent(
                        stick,
                        new ContentScanner(stick, files),
                        new InstalledComponents(stick, files)),
                new ReportSpool(stick, files, storage.renames()),
                files,
                clock);
    }

    /**
     * Signs a report and keeps it with copies of its files; needs no network. Durable when it
     * returns.
     *
     * @throws NothingToReportException when there is no change, or one that cannot be released
     * @throws IOException also when the stick became another one meanwhile
     * @throws org.metalayer.agent.files.DiskFull when the copies do not fit on the stick
     */
    public SpooledReport propose(Proposal proposal) throws IOException {
        ComponentContent component = content.of(proposal.component());
        List<Change> changes = new Selection(proposal, component).changes();
        new DiskSpace(0).require(stick.control(), sizeOf(component, changes));
        Path building = spool.begin();
        SpooledReport kept;
        try {
            FileManifest manifest = snapshot(component, changes, building);
            UpgradeReport report = report(proposal, component, manifest);
            files.replace(
                    building.resolve(SpooledReport.ENVELOPE), report.sign(identity.key()).encode());
            Path spooled = spool.publish(building, report.reportId(), report.createdAt());
            kept = new SpooledReport(report, spooled);
        } catch (IOException | RuntimeException e) {
            spool.abandon(building);
            throw e;
        }
        requireSameStick(kept);
        return kept;
    }

    /**
     * A stick that becomes another one loses its key first and then looks through what waits: who
     * still finds the key has nothing to fear, and who does not may have come too late for that.
     */
    private void requireSameStick(SpooledReport kept) throws IOException {
        if (!identity.isStillOf(stick)) {
            spool.removeIfThere(kept);
            throw new IOException(
                    "this stick became another one meanwhile, and the report was not kept: report"
                            + " it again");
        }
    }

    /** The component after the changes: the rest as the release has it, which the server knows. */
    private FileManifest snapshot(ComponentContent component, List<Change> changes, Path building)
            throws IOException {
        Snapshot snapshot = new Snapshot(stick.content(component.component()), building, files);
        TreeMap<RelativePath, FileEntry> after = new TreeMap<>(component.base().files());
        Set<Sha256> known = component.base().digests();
        for (Change change : changes) {
            FileEntry now = component.tree().files().get(change.path());
            if (now == null) {
                after.remove(change.path());
            } else if (known.contains(now.sha256())) {
                after.put(now.path(), now);
            } else {
                snapshot.take(now.path(), now.mode());
            }
        }
        snapshot.finish().forEach(taken -> after.put(taken.path(), taken));
        return new FileManifest(after);
    }

    private UpgradeReport report(
            Proposal proposal, ComponentContent component, FileManifest manifest) {
        return new UpgradeReport(
                UUID.randomUUID(),
                identity.contributor(),
                proposal.component(),
                proposal.type(),
                proposal.description(),
                proposal.features(),
                proposal.claims(),
                component
                        .installed()
                        .map(release -> List.of(release.releaseId()))
                        .orElse(List.of()),
                manifest,
                clock.instant());
    }

    private static long sizeOf(ComponentContent component, List<Change> changes) {
        long size = 0;
        for (Change change : changes) {
            FileEntry now = component.tree().files().get(change.path());
            size += now == null ? 0 : now.size();
        }
        return size;
    }
}
