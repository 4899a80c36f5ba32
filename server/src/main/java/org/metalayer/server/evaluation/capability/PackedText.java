package org.metalayer.server.evaluation.capability;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Base64;
import java.util.HexFormat;
import org.metalayer.server.evaluation.content.FileKind;

/** Programs and archives that are written into text as Base64 or hexadecimal digits. */
final class PackedText {

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/]{64}");
    private static final int MOST = 1000;

    private PackedText() {}

    /** How many long runs begin as a program, compiled code or an archive does. */
    static int count(String text) {
        Matcher run = RUN.matcher(text);
        int count = 0;
        int from = 0;
        while (count < MOST && run.find(from)) {
            count += isCode(run.group()) ? 1 : 0;
            from = run.end();
            while (from < text.length() && isDigit(text.charAt(from))) {
                from++;
            }
        }
        return count;
    }

    private static boolean isDigit(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '/' && c <= '9')
                || c == '+';
    }

    private static boolean isCode(String run) {
        FileKind kind = FileKind.detect(Base64.getDecoder().decode(run));
        return isCode(kind)
                || (run.matches("[0-9a-fA-F]+")
                        && isCode(FileKind.detect(HexFormat.of().parseHex(run))));
    }

    private static boolean isCode(FileKind kind) {
        return kind == FileKind.PROGRAM || kind == FileKind.WASM || kind.isArchive();
    }
}
