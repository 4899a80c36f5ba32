package org.metalayer.server.evaluation.stage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.metalayer.protocol.RelativePath;
import org.metalayer.server.catalog.Release;

/** The report builds on what the fleet has now; whatever else would undo somebody's work. */
final class ParentStage implements PureStage {

    private static final int SHOWN = 10;

    @Override
    public String name() {
        return "parents";
    }

    @Override
    public Finding examine(Dossier dossier) {
        List<Release> parents = dossier.parents();
        if (parents.size() < dossier.report().parents().size()) {
            return new Finding.Refused("a parent that the report names does not exist");
        }
        if (parents.stream().anyMatch(p -> !p.component().equals(dossier.report().component()))) {
            return new Finding.Refused("a parent is a release of another component");
        }
        return dossier.head()
                .map(head -> against(dossier, head))
                .orElseGet(() ->
                        parents.isEmpty()
                                ? new Finding.Passed("the first release of its component")
                                : new Finding.Doubtful("every parent was withdrawn"));
    }

    private static Finding against(Dossier dossier, Release head) {
        if (dossier.parents().stream().anyMatch(parent -> parent.id().equals(head.id()))) {
            return new Finding.Passed("builds on version %d, the newest".formatted(head.version()));
        }
        List<RelativePath> both = new ArrayList<>(dossier.since().all());
        both.retainAll(new HashSet<>(dossier.contribution().all()));
        return new Finding.Doubtful(
                "%s, while version %d is the newest; changed by both: %s; approving it would undo: %s"
                        .formatted(
                                origin(dossier),
                                head.version(),
                                listed(both),
                                listed(dossier.undone())));
    }

    private static String listed(List<RelativePath> paths) {
        if (paths.isEmpty()) {
            return "no file";
        }
        String shown =
                paths.stream()
                        .limit(SHOWN)
                        .map(RelativePath::value)
                        .collect(Collectors.joining(", "));
        return paths.size() > SHOWN
                ? shown + " and %d more".formatted(paths.size() - SHOWN)
                : shown;
    }

    private static String origin(Dossier dossier) {
        return dossier.parents().stream()
                .findFirst()
                .map(parent -> "builds on version " + parent.version())
                .orElse("builds on no release");
    }
}
