package org.metalayer.protocol;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of protocol §6 in the order in which they are checked: length first, so that hostile
 * input stays cheap.
 */
final class PathRules {

    private static final String FORBIDDEN = ":*?\"<>|";
    private static final int DAMAGED = 0xFFFD;

    // Windows reads a device name up to the first dot, ignores spaces before it, and takes
    // superscript digits too.
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|(COM|LPT)[0-9¹²³]) *(\\..*)?");

    private PathRules() {}

    static Optional<PathObjection> objectionTo(String path) {
        if (path.isEmpty()) {
            return Optional.of(PathObjection.EMPTY);
        }
        if (path.length() > RelativePath.MAX_LENGTH) {
            return Optional.of(PathObjection.TOO_LONG);
        }
        return characters(path).or(() -> form(path)).or(() -> segments(path));
    }

    private static Optional<PathObjection> characters(String path) {
        return path.codePoints()
                .mapToObj(PathRules::character)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<PathObjection> character(int c) {
        if (c == '\\') {
            return Optional.of(PathObjection.BACKSLASH);
        }
        if (FORBIDDEN.indexOf(c) >= 0) {
            return Optional.of(PathObjection.FORBIDDEN_CHARACTER);
        }
        if (isPrintable(c)) {
            return Optional.empty();
        }
        return Optional.of(isText(c) ? PathObjection.CONTROL_CHARACTER : PathObjection.NOT_UNICODE);
    }

    // Text-direction and other invisible characters can make a name look like another one; the two
    // joiners are part of
    // ordinary words and emoji.
    private static boolean isPrintable(int c) {
        return isText(c)
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            false;
                    case Character.FORMAT -> c == 0x200C || c == 0x200D;
                    default -> true;
                };
    }

    /** Lone surrogates, noncharacters and the mark of a failed decoding are no text. */
    private static boolean isText(int c) {
        return Character.getType(c) != Character.SURROGATE
                && (c & 0xFFFE) != 0xFFFE
                && !(c >= 0xFDD0 && c <= 0xFDEF)
                && c != DAMAGED;
    }

    private static Optional<PathObjection> form(String path) {
        return Normalizer.isNormalized(path, Normalizer.Form.NFC)
                ? Optional.empty()
                : Optional.of(PathObjection.NOT_NORMALIZED);
    }

    private static Optional<PathObjection> segments(String path) {
        if (path.startsWith("/")) {
            return Optional.of(PathObjection.ABSOLUTE);
        }
        String[] segments = path.split("/", -1);
        if (segments.length > RelativePath.MAX_DEPTH) {
            return Optional.of(PathObjection.TOO_DEEP);
        }
        for (String segment : segments) {
            Optional<PathObjection> objection = segment(segment);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static Optional<PathObjection> segment(String segment) {
        if (segment.isEmpty()) {
            return Optional.of(PathObjection.EMPTY_SEGMENT);
        }
        if (segment.equals(".") || segment.equals("..")) {
            return Optional.of(PathObjection.DOT_SEGMENT);
        }
        if (segment.getBytes(StandardCharsets.UTF_8).length > RelativePath.MAX_SEGMENT_BYTES) {
            return Optional.of(PathObjection.SEGMENT_TOO_LONG);
        }
        if (segment.endsWith(".") || segment.endsWith(" ")) {
            return Optional.of(PathObjection.TRAILING_DOT_OR_SPACE);
        }
        return DEVICE.matcher(segment.toUpperCase(Locale.ROOT)).matches()
                ? Optional.of(PathObjection.DEVICE_NAME)
                : Optional.empty();
    }
}
