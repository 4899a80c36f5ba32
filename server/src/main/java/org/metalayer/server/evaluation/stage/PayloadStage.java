package org.metalayer.server.evaluation.stage;

import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.Texts;

/**
 * The manifest is the payload, exactly: every file is there with its size. Nothing else can be,
 * because only what a manifest names is taken, and its paths and limits were checked by parsing it.
 */
final class PayloadStage implements PureStage {

    @Override
    public String name() {
        return "payload";
    }

    @Override
    public Finding examine(Dossier dossier) {
        FileManifest files = dossier.report().files();
        for (FileEntry file : files.entries()) {
            Long size = dossier.stored().get(file.sha256());
            if (size == null) {
                return new Finding.Refused(file.path() + " was never uploaded");
            }
            if (size != file.size()) {
                return new Finding.Refused(
                        "%s has %d bytes, %d were declared"
                                .formatted(file.path(), size, file.size()));
            }
        }
        return new Finding.Passed(
                "%s of %s here, within the limits and path rules"
                        .formatted(
                                Texts.count(files.files().size(), "file"),
                                Texts.count(files.totalSize(), "byte")));
    }
}
