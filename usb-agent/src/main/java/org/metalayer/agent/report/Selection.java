package org.metalayer.agent.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.metalayer.agent.content.Change;
import org.metalayer.agent.content.ComponentContent;
import org.metalayer.agent.files.RefusedEntry;
import org.metalayer.protocol.RelativePath;

/** Which changes a proposal is about, and whether they can be released at all. */
record Selection(Proposal proposal, ComponentContent component) {

    List<Change> changes() throws NothingToReportException {
        List<Change> all = component.changes();
        List<Change> chosen =
                proposal.only().isEmpty() ? everything(all) : named(all, proposal.only().get());
        if (chosen.isEmpty()) {
            throw new NothingToReportException(nothingChanged());
        }
        return chosen;
    }

    // Left out in silence, such an entry would make a release that works here and nowhere else.
    private List<Change> everything(List<Change> all) throws NothingToReportException {
        List<RefusedEntry> refused = component.tree().refused();
        if (!refused.isEmpty()) {
            throw new NothingToReportException(
                    "%s holds what cannot be released; mend it, or name the files to report:\n%s"
                            .formatted(
                                    component.component(),
                                    refused.stream()
                                            .map(entry ->
                                                    "  " + entry.path() + " " + entry.reason())
                                            .collect(Collectors.joining("\n"))));
        }
        return all;
    }

    private List<Change> named(List<Change> all, Set<RelativePath> names)
            throws NothingToReportException {
        Set<RelativePath> unknown = new HashSet<>(names);
        unknown.removeAll(component.tree().files().keySet());
        unknown.removeAll(component.base().files().keySet());
        if (!unknown.isEmpty()) {
            throw new NothingToReportException(
                    "%s has no file %s that can be released"
                            .formatted(
                                    component.component(),
                                    unknown.stream()
                                            .map(RelativePath::value)
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        }
        return all.stream().filter(change -> names.contains(change.path())).toList();
    }

    private String nothingChanged() {
        return component
                .installed()
                .map(release ->
                        "nothing was changed in %s since version %s"
                                .formatted(component.component(), release.version()))
                .orElse(
                        "there are no files in module/%s: put the component there first"
                                .formatted(component.component()));
    }
}
