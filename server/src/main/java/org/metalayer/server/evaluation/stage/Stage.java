package org.metalayer.server.evaluation.stage;

import java.io.IOException;

/** One check of a dossier. */
public interface Stage {

    /** The same dossier and the same {@link Tool} give the same finding. */
    StageResult run(Dossier dossier) throws IOException;
}
