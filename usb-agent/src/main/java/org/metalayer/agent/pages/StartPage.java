package org.metalayer.agent.pages;

import java.util.List;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.Texts;

/** The list of everything a stick can show. */
final class StartPage {

    private StartPage() {}

    static String html(ModuleName stick, List<Listed> components, Addresses addresses) {
        StringBuilder list = new StringBuilder();
        for (Listed component : components) {
            list.append(card(component, addresses));
        }
        String all =
                components.isEmpty()
                        ? "<p class=\"empty\">Nothing is installed on this stick yet.</p>"
                        : "<ul class=\"cards\">" + list + "</ul>";
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%1$s</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/look.css">
        </head>
        <body>
        <main class="list">
        <header><img src="/icon.svg" alt="" width="32" height="32"><h1>%1$s</h1></header>
        <h2>Components</h2>
        %2$s
        <h2>What they may do</h2>
        <div class="rules">
        <p>Each component runs in an origin of its own, shut in by your browser and this stick.
        It can show itself, make sound, take what you type into it, and keep its own settings in this browser.</p>
        <p>It <strong>cannot</strong> reach the network, another component, your files, your camera,
        microphone, clipboard or place, open windows, send forms or leave its frame. A release is shown only as it was checked;
        a file that was changed afterwards is shown in a preview only.</p>
        </div>
        </main>
        </body>
        </html>
        """
                .formatted(Html.text(stick.value()), all);
    }

    private static String card(Listed component, Addresses addresses) {
        String release =
                component.opens()
                        ? link("open", addresses, component, Edition.RELEASE, "Open")
                        : "";
        String preview =
                component.previews()
                        ? link("quiet", addresses, component, Edition.PREVIEW, "Preview my changes")
                        : "";
        return """
        <li><div><h3>%s</h3><p class="name">%s</p><p>%s</p></div><p class="doors">%s%s</p></li>
        """
                .formatted(
                        Html.text(component.title()),
                        component.component(),
                        state(component),
                        release,
                        preview);
    }

    private static String link(
            String look, Addresses addresses, Listed component, Edition edition, String word) {
        Site site = new Site(component.component(), edition);
        return "<a class=\"%s\" href=\"%s/\" aria-label=\"%s: %s\">%s</a>"
                .formatted(look, addresses.frame(site), word, Html.text(component.title()), word);
    }

    private static String state(Listed component) {
        if (component.version().isEmpty()) {
            return "New: " + Texts.count(component.changes(), "file") + ", no release yet";
        }
        String release = "Release " + component.version().getAsLong();
        String page = component.opens() ? "" : "; it has no page to open";
        return component.changes() == 0
                ? release + ", unchanged" + page
                : release
                        + ", and "
                        + Texts.count(component.changes(), "change")
                        + " of yours"
                        + page;
    }
}
