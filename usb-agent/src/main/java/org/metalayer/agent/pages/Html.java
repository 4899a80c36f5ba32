package org.metalayer.agent.pages;

/** Text in pages of the agent's own. */
final class Html {

    private Html() {}

    /** Text as text, in an element or in quotes. Names and titles come from strangers. */
    static String text(String value) {
        StringBuilder safe = new StringBuilder(value.length());
        value.codePoints().forEach(c -> append(safe, c));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int codePoint) {
        switch (codePoint) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(codePoint);
        }
    }
}
