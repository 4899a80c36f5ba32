package org.metalayer.agent.pages;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Texts;

/** What path of a component a request asks for. */
final class ContentPath {

    private ContentPath() {}

    /**
     * The path in a request's target, decoded once and checked by the rules of every component's
     * paths; empty when it breaks them.
     *
     * @param target beginning with a slash, and more than that; what follows a question mark is for
     *     the page's own scripts
     */
    static Optional<RelativePath> of(String target) {
        String path = withoutQuery(target).substring(1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        for (int at = 0; at < path.length(); at++) {
            int unit = path.charAt(at);
            if (unit == '%') {
                if (at + 3 > path.length() || !isHex(path, at + 1) || !isHex(path, at + 2)) {
                    return Optional.empty();
                }
                unit = HexFormat.fromHexDigits(path, at + 1, at + 3);
                at += 2;
                if (unit == '/' || unit == '\\') {
                    return Optional.empty();
                }
            }
            bytes.write(unit);
        }
        try {
            return Optional.of(new RelativePath(Texts.utf8(bytes.toByteArray())));
        } catch (MalformedDocumentException e) {
            return Optional.empty();
        }
    }

    static String withoutQuery(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static boolean isHex(String text, int at) {
        return HexFormat.isHexDigit(text.charAt(at));
    }
}
