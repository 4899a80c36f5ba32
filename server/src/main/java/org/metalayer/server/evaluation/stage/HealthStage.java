package org.metalayer.server.evaluation.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.health.ComponentDescriptor;

/** What the component declares about itself holds (docs/protocol.md §9, §11). */
final class HealthStage implements PureStage {

    private static final int SHOWN = 5;

    @Override
    public String name() {
        return "health";
    }

    @Override
    public Finding examine(Dossier dossier) throws IOException {
        try {
            ComponentDescriptor descriptor = ComponentDescriptor.of(dossier.files());
            List<String> faults = new ArrayList<>(descriptor.faults(dossier.files()));
            faults.addAll(SystemFaults.of(dossier, descriptor));
            return faults.isEmpty()
                    ? new Finding.Passed(
                            "%s declared, nothing is wrong"
                                    .formatted(
                                            Texts.count(
                                                    descriptor.health().size(), "health check")))
                    : new Finding.Refused(
                            String.join("; ", faults.subList(0, Math.min(SHOWN, faults.size()))));
        } catch (MalformedDocumentException e) {
            return new Finding.Refused(String.valueOf(e.getMessage()));
        }
    }
}
