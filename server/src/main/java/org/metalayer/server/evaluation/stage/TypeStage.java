package org.metalayer.server.evaluation.stage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.Texts;

/** Files are what their names say, and programs do not pass without a person. */
final class TypeStage implements Stage {

    private static final int SHOWN = 5;

    @Override
    public String name() {
        return "types";
    }

    @Override
    public Finding examine(Dossier dossier) throws IOException {
        List<String> disguised = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        List<FileEntry> written = dossier.written();
        for (FileEntry file : written) {
            Optional<FileKind> declared = FileKind.declared(file.path());
            FileKind found = detect(dossier, file);
            boolean program = found == FileKind.PROGRAM || found == FileKind.SCRIPT;
            if (found == FileKind.PROGRAM && declared.isPresent()) {
                disguised.add(file.path() + " is a program in disguise");
            } else if (program || file.mode() == FileMode.EXECUTABLE) {
                doubts.add(file.path() + " can run outside the sandbox");
            } else if (declared.filter(kind -> kind != found).isPresent() && file.size() > 0) {
                doubts.add(file.path() + " is not what its name says");
            }
        }
        if (!disguised.isEmpty()) {
            return new Finding.Refused(shown(disguised));
        }
        return doubts.isEmpty()
                ? new Finding.Passed(
                        "%s checked: what is new is what it says"
                                .formatted(Texts.count(written.size(), "file")))
                : new Finding.Doubtful(shown(doubts));
    }

    private static FileKind detect(Dossier dossier, FileEntry file) throws IOException {
        try (InputStream in = dossier.files().open(file.path())) {
            return FileKind.detect(in.readNBytes(FileKind.HEAD));
        }
    }

    private static String shown(List<String> reasons) {
        return String.join("; ", reasons.subList(0, Math.min(SHOWN, reasons.size())))
                + (reasons.size() > SHOWN ? "; and %d more".formatted(reasons.size() - SHOWN) : "");
    }
}
