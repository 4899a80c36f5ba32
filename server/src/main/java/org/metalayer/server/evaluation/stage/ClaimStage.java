package org.metalayer.server.evaluation.stage;

import java.util.stream.Collectors;

/** Claims are repeated as what they are: claims. */
final class ClaimStage implements PureStage {

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public Finding examine(Dossier dossier) {
        if (dossier.report().claims().isEmpty()) {
            return new Finding.Passed("nothing is claimed");
        }
        return new Finding.Passed(
                dossier.report().claims().stream()
                        .map(claim ->
                                "%s %s times better: not measured"
                                        .formatted(claim.metric(), claim.factor().toPlainString()))
                        .collect(Collectors.joining("; ")));
    }
}
