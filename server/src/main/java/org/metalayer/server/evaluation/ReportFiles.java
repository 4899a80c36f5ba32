package org.metalayer.server.evaluation;

import org.metalayer.protocol.FileManifest;
import org.metalayer.server.evaluation.stage.Changes;

/**
 * The files of one report; read from what its stick signed, so never for a list.
 *
 * @param changes what the contributor changed
 */
public record ReportFiles(FileManifest files, Changes changes) {}
