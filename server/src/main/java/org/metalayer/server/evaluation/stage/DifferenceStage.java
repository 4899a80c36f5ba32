package org.metalayer.server.evaluation.stage;

import org.metalayer.protocol.Texts;

/** A report that changes nothing is no upgrade. */
final class DifferenceStage implements PureStage {

    @Override
    public String name() {
        return "difference";
    }

    @Override
    public Finding examine(Dossier dossier) {
        Changes changes = dossier.changes();
        if (changes.isEmpty()) {
            return new Finding.Refused(
                    "nothing differs from the newest release: this improvement is already there");
        }
        return new Finding.Passed(
                "%s added, %d modified, %d removed"
                        .formatted(
                                Texts.count(changes.added().size(), "file"),
                                changes.modified().size(),
                                changes.removed().size()));
    }
}
