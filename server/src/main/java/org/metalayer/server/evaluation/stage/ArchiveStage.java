package org.metalayer.server.evaluation.stage;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.metalayer.protocol.Texts;
import org.metalayer.server.evaluation.content.Objection;

/** Archives can be looked into, all the way down, and hurt nobody who unpacks them. */
final class ArchiveStage implements PureStage {

    @Override
    public String name() {
        return "archives";
    }

    @Override
    public int rules() {
        return 2;
    }

    @Override
    public Finding examine(Dossier dossier) throws IOException {
        AtomicInteger inside = new AtomicInteger();
        List<Objection> objections =
                dossier.contents()
                        .walk(part -> {
                            if (part.depth() > 0) {
                                inside.incrementAndGet();
                            }
                        });
        return Reasons.of(
                objections,
                inside.get() == 0
                        ? "nothing is packed"
                        : "%s inside of archives, within the limits"
                                .formatted(Texts.count(inside.get(), "file")));
    }
}
