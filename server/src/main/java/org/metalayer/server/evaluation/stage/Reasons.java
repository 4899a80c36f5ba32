package org.metalayer.server.evaluation.stage;

import java.util.List;
import org.metalayer.server.evaluation.content.Objection;

/** Makes findings of what speaks against a dossier. */
final class Reasons {

    private static final int SHOWN = 5;

    private Reasons() {}

    /** The first few; nobody reads a thousand. */
    static String shown(List<String> reasons) {
        return String.join("; ", reasons.subList(0, Math.min(SHOWN, reasons.size())))
                + (reasons.size() > SHOWN ? "; and %d more".formatted(reasons.size() - SHOWN) : "");
    }

    /** Refused where one of them is hopeless, doubtful where there is any. */
    static Finding of(List<Objection> objections, String otherwise) {
        List<String> hopeless =
                objections.stream().filter(Objection::hopeless).map(Objection::reason).toList();
        if (!hopeless.isEmpty()) {
            return new Finding.Refused(shown(hopeless));
        }
        return objections.isEmpty()
                ? new Finding.Passed(otherwise)
                : new Finding.Doubtful(shown(objections.stream().map(Objection::reason).toList()));
    }
}
