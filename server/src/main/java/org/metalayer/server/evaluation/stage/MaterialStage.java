package org.metalayer.server.evaluation.stage;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.server.evaluation.content.Contents;
import org.metalayer.server.evaluation.inventory.BillOfMaterials;
import org.metalayer.server.evaluation.inventory.Inventory;
import org.metalayer.server.evaluation.inventory.Library;

/** Lists what others wrote in the whole component, where anything says so. */
final class MaterialStage implements Stage {

    /** The stage's name, by which its bill of materials is found. */
    static final String NAME = "materials";

    @Override
    public StageResult run(Dossier dossier) throws IOException {
        Inventory inventory = new Inventory();
        new Contents(dossier.report().files().entries(), dossier.files()).walk(inventory::read);
        List<Library> libraries = inventory.libraries();
        Optional<JsonObject> bill =
                libraries.isEmpty()
                        ? Optional.empty()
                        : Optional.of(BillOfMaterials.of(dossier.report(), libraries));
        Finding finding =
                new Finding.Passed(
                        libraries.isEmpty()
                                ? "no library of others recognised"
                                : "%s named: %s"
                                        .formatted(
                                                libraries.size() == 1
                                                        ? "1 library"
                                                        : libraries.size() + " libraries",
                                                Reasons.shown(
                                                        libraries.stream()
                                                                .map(each ->
                                                                        each.name()
                                                                                + " "
                                                                                + each.version())
                                                                .toList())));
        return new StageResult(NAME, Tool.ownRules(Inventory.VERSION), finding, bill);
    }
}
