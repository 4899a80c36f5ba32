package org.metalayer.server.evaluation.stage;

/** A report that changes nothing is no upgrade. */
final class DifferenceStage implements Stage {

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
                "%d files added, %d modified, %d removed"
                        .formatted(
                                changes.added().size(),
                                changes.modified().size(),
                                changes.removed().size()));
    }
}
