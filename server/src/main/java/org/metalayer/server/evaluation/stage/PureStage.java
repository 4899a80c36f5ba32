package org.metalayer.server.evaluation.stage;

import java.io.IOException;
import java.util.Optional;

/** A function of the dossier alone. */
interface PureStage extends Stage {

    String name();

    /** Raised with every change after which the same dossier may be found otherwise. */
    default int rules() {
        return 1;
    }

    Finding examine(Dossier dossier) throws IOException;

    @Override
    default StageResult run(Dossier dossier) throws IOException {
        return new StageResult(name(), Tool.ownRules(rules()), examine(dossier), Optional.empty());
    }
}
