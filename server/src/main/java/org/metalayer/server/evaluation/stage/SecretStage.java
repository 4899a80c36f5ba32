package org.metalayer.server.evaluation.stage;

import java.io.IOException;
import java.util.List;
import org.metalayer.server.evaluation.content.FileKind;
import org.metalayer.server.evaluation.content.Objection;
import org.metalayer.server.evaluation.secrets.LeakFinder;
import org.metalayer.server.evaluation.secrets.SecretRules;

/**
 * Nobody gives away keys, passwords or where they live without meaning to. Protects the
 * contributor: what is found is named, never repeated.
 */
final class SecretStage implements PureStage {

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public int rules() {
        return SecretRules.VERSION;
    }

    @Override
    public Finding examine(Dossier dossier) throws IOException {
        LeakFinder finder = new LeakFinder();
        dossier.contents()
                .walk(part -> {
                    if (part.kind() == FileKind.TEXT || part.kind() == FileKind.SCRIPT) {
                        finder.read(part);
                    }
                });
        List<Objection> objections =
                finder.leaks().stream()
                        .map(leak -> new Objection(leak.secret(), leak.describe()))
                        .toList();
        return Reasons.of(objections, "no keys, passwords or personal data found");
    }
}
