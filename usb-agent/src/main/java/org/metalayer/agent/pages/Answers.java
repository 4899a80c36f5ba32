package org.metalayer.agent.pages;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.metalayer.agent.http.Answer;
import org.metalayer.agent.http.Body;

/** Pages of the agent's own. */
final class Answers {

    /** A newer release, or a changed file, is seen at the next load. */
    static final String ASK_EACH_TIME = "no-cache";

    private static final String HTML = "text/html; charset=utf-8";

    private Answers() {}

    static Answer page(Map<String, String> policy, String html) {
        return text(200, policy, HTML, html);
    }

    /** A short page in plain words; never with anything that was asked for in it. */
    static Answer refusal(int status, Map<String, String> policy, String words) {
        String html =
                """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="color-scheme" content="light dark">
                <title>Not here</title>
                <h1>Not here</h1>
                <p>%s</p>
                </html>
                """
                        .formatted(words);
        return text(status, policy, HTML, html);
    }

    static Answer text(int status, Map<String, String> policy, String type, String text) {
        Map<String, String> headers = new LinkedHashMap<>(policy);
        headers.put("Content-Type", type);
        headers.put("Cache-Control", "no-store");
        return new Answer(status, headers, Body.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
