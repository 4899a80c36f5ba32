package org.metalayer.server.evaluation.stage;

import java.io.IOException;

/** One check. A function of the dossier alone: the same dossier gives the same finding. */
public interface Stage {

    String name();

    Finding examine(Dossier dossier) throws IOException;
}
