package org.metalayer.server.evaluation.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Texts;
import org.metalayer.server.evaluation.content.FileKind;
import org.metalayer.server.evaluation.content.NameRules;
import org.metalayer.server.evaluation.content.Objection;
import org.metalayer.server.evaluation.content.Part;
import org.metalayer.server.evaluation.content.Stowaway;

/**
 * Files are what their names say and nothing else besides, also inside of archives, and programs do
 * not pass without a person.
 */
final class TypeStage implements PureStage {

    @Override
    public String name() {
        return "types";
    }

    @Override
    public int rules() {
        return 2;
    }

    @Override
    public Finding examine(Dossier dossier) throws IOException {
        List<Objection> objections = new ArrayList<>();
        List<FileEntry> written = dossier.written();
        written.stream()
                .filter(file -> file.mode() == FileMode.EXECUTABLE)
                .forEach(file -> object(objections, file.path() + " can run outside the sandbox"));
        dossier.contents().walk(part -> examine(part, objections));
        return Reasons.of(
                objections,
                "%s checked: what is new is what it says"
                        .formatted(Texts.count(written.size(), "file")));
    }

    private static void examine(Part part, List<Objection> objections) throws IOException {
        Optional<FileKind> declared = FileKind.declared(new RelativePath("x." + safe(part)));
        FileKind found = part.kind();
        if (found == FileKind.PROGRAM && declared.isPresent()) {
            objections.add(new Objection(true, part.name() + " is a program in disguise"));
        } else if (found == FileKind.PROGRAM || found == FileKind.SCRIPT) {
            object(objections, part.name() + " can run outside the sandbox");
        } else if (found == FileKind.OFFICE || part.fileName().equals("vbaProject.bin")) {
            object(objections, part.name() + " is a document that may carry macros");
        } else if (declared.filter(kind -> kind != found).isPresent() && part.size() > 0) {
            object(objections, part.name() + " is not what its name says");
        }
        NameRules.objectionTo(part).ifPresent(why -> object(objections, part.name() + " " + why));
        Stowaway.in(part).ifPresent(why -> object(objections, part.name() + " " + why));
    }

    /** Inside of an archive an extension may be anything. */
    private static String safe(Part part) {
        String extension = part.extension();
        return extension.matches("[a-z0-9]{1,12}") ? extension : "none";
    }

    private static void object(List<Objection> objections, String reason) {
        objections.add(new Objection(false, reason));
    }
}
