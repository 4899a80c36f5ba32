package org.metalayer.cli.catalog;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.output.Table;
import org.metalayer.protocol.json.JsonObject;

/** Who improved what. */
final class LineageText {
    private final RelativeTime times;

    LineageText(InstantSource clock) {
        this.times = new RelativeTime(clock);
    }

    Table table(JsonObject lineage) {
        List<JsonObject> releases = lineage.objects("releases", release -> release);
        Map<String, String> versions = new HashMap<>();
        for (JsonObject release : releases) {
            versions.put(release.string("id"), Long.toString(release.integer("version")));
        }
        Table table = new Table("VERSION", "IMPROVES", "TYPE", "BY", "CREATED", "DESCRIPTION");
        for (JsonObject release : releases) {
            table.row(
                    ReleaseText.version(release),
                    Cell.of(parents(release, versions)),
                    Cell.of(release.string("type")),
                    Cell.of(ReleaseText.contributor(release)),
                    Cell.of(times.of(release.instant("created_at"))),
                    Cell.of(release.string("description")));
        }
        return table;
    }

    /** A parent outside the list is named by its id. */
    private static String parents(JsonObject release, Map<String, String> versions) {
        List<String> parents =
                release.strings("parents", parent -> versions.getOrDefault(parent, parent));
        return parents.isEmpty() ? "-" : String.join(", ", parents);
    }
}
