package org.metalayer.server.evaluation.stage;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.metalayer.protocol.RelativePath;

/**
 * What a file is. Told from its first bytes where it has a signature; otherwise only text and other
 * bytes are told apart, which is all that can honestly be said.
 */
enum FileKind {
    PROGRAM,
    SCRIPT,
    TEXT,
    PNG,
    JPEG,
    GIF,
    RIFF,
    OGG,
    MP3,
    FLAC,
    MP4,
    PDF,
    ZIP,
    GZIP,
    WASM,
    FONT,
    UNKNOWN;

    private record Signature(FileKind kind, int offset, String hex) {
        boolean matches(byte[] head) {
            int end = offset + hex.length() / 2;
            return head.length >= end && HexFormat.of().formatHex(head, offset, end).equals(hex);
        }
    }

    /** How much of a file is looked at. */
    static final int HEAD = 8192;

    private static final List<Signature> SIGNATURES =
            List.of(
                    hex(PROGRAM, "7f454c46"),
                    hex(PROGRAM, "cafebabe"),
                    hex(PROGRAM, "feedface"),
                    hex(PROGRAM, "feedfacf"),
                    hex(PROGRAM, "cefaedfe"),
                    hex(PROGRAM, "cffaedfe"),
                    ascii(PROGRAM, 0, "MZ"),
                    ascii(SCRIPT, 0, "#!"),
                    hex(PNG, "89504e470d0a1a0a"),
                    hex(JPEG, "ffd8ff"),
                    ascii(GIF, 0, "GIF8"),
                    ascii(RIFF, 0, "RIFF"),
                    ascii(OGG, 0, "OggS"),
                    ascii(MP3, 0, "ID3"),
                    ascii(FLAC, 0, "fLaC"),
                    ascii(MP4, 4, "ftyp"),
                    ascii(PDF, 0, "%PDF-"),
                    hex(ZIP, "504b0304"),
                    hex(GZIP, "1f8b"),
                    hex(WASM, "0061736d"),
                    ascii(FONT, 0, "wOFF"),
                    ascii(FONT, 0, "wOF2"),
                    ascii(FONT, 0, "OTTO"));

    private static final Map<String, FileKind> BY_EXTENSION =
            Map.ofEntries(
                    Map.entry("html", TEXT),
                    Map.entry("htm", TEXT),
                    Map.entry("js", TEXT),
                    Map.entry("mjs", TEXT),
                    Map.entry("css", TEXT),
                    Map.entry("json", TEXT),
                    Map.entry("svg", TEXT),
                    Map.entry("txt", TEXT),
                    Map.entry("md", TEXT),
                    Map.entry("xml", TEXT),
                    Map.entry("csv", TEXT),
                    Map.entry("png", PNG),
                    Map.entry("jpg", JPEG),
                    Map.entry("jpeg", JPEG),
                    Map.entry("gif", GIF),
                    Map.entry("webp", RIFF),
                    Map.entry("wav", RIFF),
                    Map.entry("ogg", OGG),
                    Map.entry("oga", OGG),
                    Map.entry("opus", OGG),
                    Map.entry("flac", FLAC),
                    Map.entry("mp4", MP4),
                    Map.entry("m4a", MP4),
                    Map.entry("pdf", PDF),
                    Map.entry("zip", ZIP),
                    Map.entry("gz", GZIP),
                    Map.entry("wasm", WASM),
                    Map.entry("woff", FONT),
                    Map.entry("woff2", FONT));

    private static final Set<String> ACTIVE =
            Set.of("html", "htm", "js", "mjs", "css", "svg", "wasm");

    /** Told from its first bytes. */
    static FileKind detect(byte[] head) {
        boolean text = isText(head);
        return SIGNATURES.stream()
                .filter(signature -> signature.matches(head))
                .map(Signature::kind)
                // Compiled programs always hold zero bytes; a text may well begin with "MZ".
                .filter(kind -> kind != PROGRAM || !text)
                .findFirst()
                .orElse(text ? TEXT : UNKNOWN);
    }

    /** What its name says, where the extension is known. */
    static Optional<FileKind> declared(RelativePath path) {
        return Optional.ofNullable(BY_EXTENSION.get(extension(path)));
    }

    /** Whether a browser would act on the file's content. */
    static boolean isActive(RelativePath path) {
        return ACTIVE.contains(extension(path));
    }

    private static String extension(RelativePath path) {
        String name = path.value();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isText(byte[] head) {
        for (byte each : head) {
            if (each == 0) {
                return false;
            }
        }
        return true;
    }

    private static Signature hex(FileKind kind, String bytes) {
        return new Signature(kind, 0, bytes);
    }

    private static Signature ascii(FileKind kind, int offset, String bytes) {
        return new Signature(
                kind, offset, HexFormat.of().formatHex(bytes.getBytes(StandardCharsets.US_ASCII)));
    }
}
