package org.metalayer.agent.cli;

import java.util.StringJoiner;
import org.metalayer.agent.content.Change;
import org.metalayer.agent.content.ComponentContent;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.files.RefusedEntry;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** The owner's content, for people and programs. */
final class ContentText {

    private ContentText() {}

    static String lines(OwnersContent.Overview overview) {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        for (ComponentContent component : overview.components()) {
            lines.add(headline(component));
            for (Change change : component.changes()) {
                lines.add("  %-8s  %s".formatted(change.kind().word(), change.path()));
            }
            component.tree().refused().forEach(entry -> lines.add("  " + refused(entry)));
        }
        overview.strangers().forEach(entry -> lines.add(refused(entry)));
        return lines.length() == 0 ? "There is nothing in module/ yet." : lines.toString();
    }

    static String headline(ComponentContent component) {
        int changes = component.changes().size();
        return component
                .installed()
                .map(release ->
                        "%s %s: %s"
                                .formatted(
                                        component.component(),
                                        release.version(),
                                        changes == 0 ? "unchanged" : changes + " changed"))
                .orElseGet(() ->
                        "%s: new, %s"
                                .formatted(component.component(), Texts.count(changes, "file")));
    }

    static JsonObject json(ComponentContent component) {
        JsonBuilder json =
                new JsonBuilder()
                        .put("component", component.component().value())
                        .put("new", component.isNew());
        component
                .installed()
                .ifPresent(release ->
                        json.put("version", release.version())
                                .put("release_id", release.releaseId()));
        return json.put("changes", component.changes(), ContentText::json)
                .put("refused", component.tree().refused(), ContentText::json)
                .build();
    }

    static JsonObject json(RefusedEntry entry) {
        return new JsonBuilder()
                .put("path", Texts.shown(entry.path()))
                .put("reason", entry.reason())
                .build();
    }

    private static JsonObject json(Change change) {
        return new JsonBuilder()
                .put("path", change.path().value())
                .put("change", change.kind().word())
                .build();
    }

    private static String refused(RefusedEntry entry) {
        return "refused   %s %s".formatted(Texts.shown(entry.path()), entry.reason());
    }
}
