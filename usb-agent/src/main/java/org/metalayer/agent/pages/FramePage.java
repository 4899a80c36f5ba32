package org.metalayer.agent.pages;

import java.util.OptionalLong;

/**
 * The agent's page around a component: says what is shown, where no content can reach, and keeps it
 * in a frame that cannot be left.
 */
final class FramePage {

    private FramePage() {}

    /**
     * The page.
     *
     * @param version of the release; empty for a preview
     */
    static String html(String title, OptionalLong version, String content, String start) {
        String what =
                version.isPresent()
                        ? "<span class=\"edition\">Release " + version.getAsLong() + "</span>"
                        : "<strong class=\"edition preview\">Preview: your own working state,"
                                + " which nobody has checked</strong>";
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
        <body class="around">
        <header class="bar"><a href="%2$s/">All components</a><h1>%1$s</h1>%3$s</header>
        <main><iframe title="%1$s" src="%4$s/" sandbox="%5$s" referrerpolicy="no-referrer"></iframe></main>
        </body>
        </html>
        """
                .formatted(Html.text(title), start, what, content, Policy.SANDBOX);
    }
}
