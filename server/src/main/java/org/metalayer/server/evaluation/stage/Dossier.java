package org.metalayer.server.evaluation.stage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.health.ComponentFiles;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.evaluation.content.Contents;

/**
 * Everything that the stages may look at.
 *
 * @param head the component's newest release that is not withdrawn
 * @param headFiles its files; empty where there is no head
 * @param parents the releases that the report names and that exist
 * @param baseFiles the files of the first parent, which the contributor started from
 * @param stored sizes of those of the report's files that are in the store
 * @param files their bytes
 * @param headBytes the bytes of the head's files
 */
public record Dossier(
        UpgradeReport report,
        Optional<Release> head,
        FileManifest headFiles,
        List<Release> parents,
        FileManifest baseFiles,
        Map<Sha256, Long> stored,
        ComponentFiles files,
        ComponentFiles headBytes) {

    /** What the report would change for a stick that has the head. */
    public Changes changes() {
        return Changes.between(headFiles, report.files());
    }

    /** What the contributor changed. */
    public Changes contribution() {
        return Changes.between(baseFiles, report.files());
    }

    /** What changed in the component after the contributor started. */
    public Changes since() {
        return Changes.between(baseFiles, headFiles);
    }

    /** Those of the files that changed since which the report would put back. */
    public List<RelativePath> undone() {
        List<RelativePath> undone = new ArrayList<>(since().all());
        undone.retainAll(new HashSet<>(changes().all()));
        return undone;
    }

    /** The files that the report brings and the head does not have. */
    public List<FileEntry> written() {
        return changes().written().stream().map(this::file).toList();
    }

    /** What is new, with all that lies inside. */
    public Contents contents() {
        return new Contents(written(), files);
    }

    /** What the new files take the place of. */
    public Contents replaced() {
        Changes changes = changes();
        List<FileEntry> gone =
                Stream.concat(changes.modified().stream(), changes.removed().stream())
                        .sorted()
                        .map(path -> Optional.ofNullable(headFiles.files().get(path)).orElseThrow())
                        .toList();
        return new Contents(gone, headBytes);
    }

    private FileEntry file(RelativePath path) {
        return Optional.ofNullable(report.files().files().get(path)).orElseThrow();
    }
}
