package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.metalayer.agent.content.Change;
import org.metalayer.agent.content.ComponentContent;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.content.Previous;
import org.metalayer.agent.files.FileSet;
import org.metalayer.agent.files.Merge;
import org.metalayer.agent.files.ThreeWay;
import org.metalayer.agent.files.Tree;
import org.metalayer.agent.report.SentReport;
import org.metalayer.agent.report.SentReports;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.message.ReleaseDocument;

/** Brings a release and the owner's files together on paper. */
final class Planner {

    private final StickDirectory stick;
    private final SentReports reports;

    Planner(StickDirectory stick, SentReports reports) {
        this.stick = stick;
        this.reports = reports;
    }

    Intent plan(ReleaseDocument release, Order order, ComponentContent content) throws IOException {
        FileSet local = content.tree().fileSet();
        if (local.files().equals(release.files().files()) || isMadeHere(release, content)) {
            return adopt(release, order, content, local);
        }
        Merge merge = ThreeWay.merge(content.base(), content.tree(), release.files());
        if (merge.isClean()) {
            return replace(release, order, content, merge, List.of());
        }
        return switch (order.resolution()) {
            case ASK -> new Intent.Ask(Conflicts.of(merge, content.tree()));
            case KEEP_MINE -> replace(release, order, content, merge, List.of());
            case TAKE_THEIRS -> {
                Tree rest = Yielding.without(content, merge);
                Merge theirs = ThreeWay.merge(content.base(), rest, release.files());
                yield theirs.isClean()
                        ? replace(release, order, content, theirs, yielded(content, theirs))
                        : new Intent.Ask(Conflicts.of(theirs, content.tree()));
            }
        };
    }

    /**
     * Whether the release is this stick's own report, made from what is installed: then the owner's
     * files come from the release, and what differs was changed after the report.
     */
    private boolean isMadeHere(ReleaseDocument release, ComponentContent content)
            throws IOException {
        Optional<SentReport> report = reports.of(release.reportId());
        Set<UUID> base =
                content.installed().map(Installed::releaseId).map(Set::of).orElse(Set.of());
        return report.isPresent()
                && report.get().component().equals(release.component())
                && base.equals(Set.copyOf(report.get().parents()));
    }

    private Intent adopt(
            ReleaseDocument release, Order order, ComponentContent content, FileSet local) {
        Previous before = new Previous(Optional.empty(), local, content.installed());
        Installed next = installed(release, order, local, true, Optional.of(before));
        Plan plan = Plan.of(content.tree(), local, Optional.of(next));
        return new Intent.Adopt(plan, differences(local, release.files()));
    }

    private Intent replace(
            ReleaseDocument release,
            Order order,
            ComponentContent content,
            Merge merge,
            List<RelativePath> yielding) {
        FileSet target = new FileSet(merge.files());
        boolean isThere =
                Files.isDirectory(stick.content(content.component()), LinkOption.NOFOLLOW_LINKS);
        Optional<Previous> before =
                isThere || content.installed().isPresent()
                        ? Optional.of(
                                new Previous(
                                        isThere
                                                ? Optional.of(order.attempt().toString())
                                                : Optional.empty(),
                                        content.tree().fileSet(),
                                        content.installed()))
                        : Optional.empty();
        Installed next = installed(release, order, target, false, before);
        return new Intent.Replace(
                Plan.of(content.tree(), target, Optional.of(next)),
                differences(target, release.files()),
                yielding);
    }

    private static Installed installed(
            ReleaseDocument release,
            Order order,
            FileSet laidOut,
            boolean adopted,
            Optional<Previous> before) {
        return new Installed(
                release.component(),
                release.releaseId(),
                release.version(),
                order.release().rolloutId(),
                release.files(),
                laidOut,
                adopted,
                before);
    }

    /** Paths at which the owner's stick will differ from the release. */
    private static List<RelativePath> differences(FileSet there, FileManifest release) {
        return Stream.concat(there.files().keySet().stream(), release.files().keySet().stream())
                .distinct()
                .filter(path -> !Objects.equals(there.files().get(path), release.files().get(path)))
                .sorted()
                .toList();
    }

    private static List<RelativePath> yielded(ComponentContent content, Merge theirs) {
        return content.changes().stream()
                .filter(change -> change.kind() != Change.Kind.REMOVED)
                .map(Change::path)
                .filter(path ->
                        !Objects.equals(content.tree().files().get(path), theirs.files().get(path)))
                .toList();
    }
}
