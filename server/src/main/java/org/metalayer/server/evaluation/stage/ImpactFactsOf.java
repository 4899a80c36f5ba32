package org.metalayer.server.evaluation.stage;

import java.util.List;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.evaluation.content.FileKind;
import org.metalayer.server.evaluation.impact.ImpactFacts;

/** Takes from a dossier what its impact is made of. */
public final class ImpactFactsOf {

    private ImpactFactsOf() {}

    /**
     * What the impact of {@code dossier} is made of, where {@code reach} sticks have the component.
     */
    public static ImpactFacts dossier(Dossier dossier, long reach) {
        UpgradeReport report = dossier.report();
        Changes changes = dossier.changes();
        List<FileEntry> written = dossier.written();
        return new ImpactFacts(
                report.type(),
                report.description().length(),
                report.features().size(),
                report.claims().size(),
                changes.count(),
                changes.removed().size(),
                size(written),
                size(written.stream().filter(file -> FileKind.isActive(file.path())).toList()),
                reach);
    }

    private static long size(List<FileEntry> files) {
        return files.stream().mapToLong(FileEntry::size).sum();
    }
}
