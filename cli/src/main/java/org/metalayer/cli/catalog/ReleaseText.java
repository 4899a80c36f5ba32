package org.metalayer.cli.catalog;

import java.time.InstantSource;
import org.metalayer.cli.output.Cell;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.RelativeTime;
import org.metalayer.cli.output.Table;
import org.metalayer.protocol.Bytes;
import org.metalayer.protocol.json.JsonObject;

/** Releases as people read them. */
final class ReleaseText {
    private final RelativeTime times;

    ReleaseText(InstantSource clock) {
        this.times = new RelativeTime(clock);
    }

    Table table(JsonObject page) {
        Table table =
                new Table(
                        "RELEASE", "COMPONENT", "VERSION", "TYPE", "BY", "CREATED", "DESCRIPTION");
        for (JsonObject release : page.objects("items", item -> item)) {
            table.row(
                    Cell.of(release.string("id")),
                    Cell.of(release.string("component")),
                    version(release),
                    Cell.of(release.string("type")),
                    Cell.of(release.object("contributor").string("module_id")),
                    Cell.of(times.of(release.instant("created_at"))),
                    Cell.of(release.string("description")));
        }
        return table;
    }

    Details details(JsonObject release) {
        Details details =
                new Details()
                        .add("Release", release.string("id"))
                        .add("Component", release.string("component"))
                        .add("Version", version(release))
                        .add("Type", release.string("type"))
                        .lines("Description", release.string("description").lines().toList())
                        .lines("Features", release.strings("features", feature -> feature))
                        .add("By", contributor(release))
                        .add("Created", times.of(release.instant("created_at")))
                        .lines("Improves", release.strings("parents", parent -> parent))
                        .lines("For sticks", release.strings("hardware_classes", name -> name))
                        .add("Report", release.string("report_id"))
                        .add("Document's SHA-256", release.string("payload_sha256"))
                        .add("Role", release.string("role"))
                        .add("Publication", release.string("publication").replace('_', ' '))
                        .add("Files", files(release));
        if (release.members().containsKey("files")) {
            details.lines("", release.objects("files", ReleaseText::file));
        }
        return details;
    }

    static String contributor(JsonObject release) {
        JsonObject contributor = release.object("contributor");
        return "%s (%s)"
                .formatted(contributor.string("module_name"), contributor.string("module_id"));
    }

    static Cell version(JsonObject release) {
        Cell number = Cell.of(release.integer("version"));
        return release.bool("withdrawn")
                ? new Cell(number.text() + " withdrawn", Cell.state("withdrawn").tone())
                : number;
    }

    private static String files(JsonObject release) {
        return "%d, %s"
                .formatted(
                        release.integer("file_count"), Bytes.shown(release.integer("total_bytes")));
    }

    private static String file(JsonObject file) {
        return "%s  %s  %s  %s"
                .formatted(
                        file.string("sha256"),
                        file.string("mode"),
                        Bytes.shown(file.integer("size")),
                        file.string("path"));
    }
}
