package org.metalayer.server.evaluation.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files that are two things at once: a picture to one program, something else to another. */
public final class Stowaway {

    private static final int WINDOW = 1 << 16;
    private static final int OVERLAP = 512;

    private static final List<String> MARKUP =
            List.of(
                    "<script",
                    "<html",
                    "<!doctype html",
                    "<iframe",
                    "<body",
                    "<?php",
                    "javascript:");

    private Stowaway() {}

    /** What else a file is, in words; text and archives are looked at by others. */
    public static Optional<String> in(Part part) throws IOException {
        FileKind kind = part.kind();
        if (kind == FileKind.TEXT || kind == FileKind.SCRIPT || kind.isArchive()) {
            return Optional.empty();
        }
        try (InputStream in = part.bytes().open()) {
            byte[] window = new byte[OVERLAP + WINDOW];
            int kept = 0;
            boolean first = true;
            for (int read = in.readNBytes(window, 0, WINDOW);
                    read > 0;
                    read = in.readNBytes(window, kept, WINDOW)) {
                Optional<String> found = in(window, kept + read, first, kind);
                if (found.isPresent()) {
                    return found;
                }
                int length = kept + read;
                kept = Math.min(OVERLAP, length);
                System.arraycopy(window, length - kept, window, 0, kept);
                first = false;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> in(byte[] window, int length, boolean first, FileKind kind) {
        String text =
                new String(window, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (MARKUP.stream().anyMatch(text::contains)) {
            return Optional.of("is a web page too");
        }
        if (text.contains("pk\u0003\u0004") || text.contains("pk\u0005\u0006")) {
            return Optional.of("is a zip archive too");
        }
        if (text.indexOf("%pdf-", first && kind == FileKind.PDF ? 1 : 0) >= 0) {
            return Optional.of("is a PDF document too");
        }
        if (kind != FileKind.PROGRAM && holdsProgram(text)) {
            return Optional.of("carries a program");
        }
        return kind == FileKind.PDF && actsByItself(text)
                ? Optional.of("is a PDF document that runs something")
                : Optional.empty();
    }

    private static boolean actsByItself(String pdf) {
        return pdf.contains("/javascript")
                || pdf.contains("/launch")
                || pdf.contains("/openaction");
    }

    /**
     * ELF with a sane class, byte order and version; or the stub that nearly every PE begins with.
     */
    private static boolean holdsProgram(String text) {
        for (int at = text.indexOf("\u007felf"); at >= 0; at = text.indexOf("\u007felf", at + 1)) {
            if (at + 6 < text.length()
                    && (text.charAt(at + 4) == 1 || text.charAt(at + 4) == 2)
                    && text.charAt(at + 6) == 1) {
                return true;
            }
        }
        return text.contains("this program cannot be run in dos mode");
    }
}
