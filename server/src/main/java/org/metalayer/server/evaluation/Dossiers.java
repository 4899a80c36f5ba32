package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.evaluation.stage.Changes;
import org.metalayer.server.evaluation.stage.Dossier;

/** Collects what the stages look at. */
@ApplicationScoped
class Dossiers {

    @Inject ReportRepository reports;
    @Inject Catalog catalog;
    @Inject ArtifactStore artifacts;

    Dossier open(UUID reportId) {
        UpgradeReport report = signed(reportId);
        Optional<Release> head = catalog.head(report.component());
        List<Release> parents = inOrder(report.parents());
        FileManifest headFiles = files(head);
        return new Dossier(
                report,
                head,
                headFiles,
                parents,
                files(parents.stream().findFirst()),
                artifacts.sizes(report.files().digests()),
                new StoredFiles(report.files(), artifacts),
                new StoredFiles(headFiles, artifacts));
    }

    /** The report as the stick signed it; its signature was checked when it came. */
    UpgradeReport signed(UUID reportId) {
        byte[] envelope = reports.findByIdOptional(reportId).orElseThrow().envelope();
        return UpgradeReport.read(Json.parseObject(Envelope.parse(envelope).unverifiedPayload()));
    }

    /** What the contributor changed: what differs from the first parent. */
    Changes contribution(UpgradeReport report) {
        Optional<Release> base = report.parents().stream().findFirst().flatMap(catalog::find);
        return Changes.between(files(base), report.files());
    }

    private List<Release> inOrder(List<UUID> ids) {
        Map<UUID, Release> found =
                catalog.find(ids).stream()
                        .collect(Collectors.toMap(Release::id, Function.identity()));
        return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
    }

    private FileManifest files(Optional<Release> release) {
        return release.map(each -> catalog.files(each.id())).orElse(FileManifest.EMPTY);
    }
}
