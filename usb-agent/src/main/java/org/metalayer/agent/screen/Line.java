package org.metalayer.agent.screen;

import org.metalayer.protocol.PlainText;

/**
 * One statement of the page. Names and reasons come from others: whatever acts on a terminal is
 * taken out here, through which all text goes.
 *
 * @param label what it is about; empty where it goes on with the one above
 */
record Line(Tone tone, String label, String text) {

    /** How it is shown. */
    enum Tone {
        PLAIN,
        STRONG,
        ALERT
    }

    Line {
        label = PlainText.line(label);
        text = PlainText.line(text);
    }

    static Line heading(String text) {
        return new Line(Tone.STRONG, text, "");
    }

    static Line plain(String label, String text) {
        return new Line(Tone.PLAIN, label, text);
    }

    static Line alert(String label, String text) {
        return new Line(Tone.ALERT, label, text);
    }

    static Line empty() {
        return new Line(Tone.PLAIN, "", "");
    }
}
