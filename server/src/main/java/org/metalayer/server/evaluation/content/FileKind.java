package org.metalayer.server.evaluation.content;

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
public enum FileKind {
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
    TAR,
    /** Archives that are told but not opened: bzip2, xz, zstd, 7z, rar, cab, deb. */
    PACKED,
    /** Documents of older office programs, which may carry macros. */
    OFFICE,
    UNKNOWN;

    private record Signature(FileKind kind, int offset, String hex) {
        boolean matches(byte[] head) {
            int end = offset + hex.length() / 2;
            return head.length >= end && HexFormat.of().formatHex(head, offset, end).equals(hex);
        }
    }

    /** How much of a file is looked at. */
    public static final int HEAD = 8192;

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
                    hex(ZIP, "504b0506"),
                    hex(GZIP, "1f8b"),
                    hex(PACKED, "425a68"),
                    hex(PACKED, "fd377a585a00"),
                    hex(PACKED, "28b52ffd"),
                    hex(PACKED, "377abcaf271c"),
                    ascii(PACKED, 0, "Rar!"),
                    ascii(PACKED, 0, "MSCF"),
                    ascii(PACKED, 0, "!<arch>"),
                    ascii(TAR, 257, "ustar"),
                    hex(OFFICE, "d0cf11e0a1b11ae1"),
                    hex(PROGRAM, "6465780a"),
                    hex(PROGRAM, "4c00000001140200"),
                    hex(MP3, "fffb"),
                    hex(MP3, "fff3"),
                    hex(FONT, "0001000000"),
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
                    Map.entry("cjs", TEXT),
                    Map.entry("xhtml", TEXT),
                    Map.entry("map", TEXT),
                    Map.entry("webmanifest", TEXT),
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
                    Map.entry("mp3", MP3),
                    Map.entry("mp4", MP4),
                    Map.entry("m4a", MP4),
                    Map.entry("pdf", PDF),
                    Map.entry("zip", ZIP),
                    Map.entry("gz", GZIP),
                    Map.entry("wasm", WASM),
                    Map.entry("tar", TAR),
                    Map.entry("tgz", GZIP),
                    Map.entry("epub", ZIP),
                    Map.entry("docx", ZIP),
                    Map.entry("xlsx", ZIP),
                    Map.entry("odt", ZIP),
                    Map.entry("ttf", FONT),
                    Map.entry("otf", FONT),
                    Map.entry("woff", FONT),
                    Map.entry("woff2", FONT));

    private static final Set<String> ACTIVE =
            Set.of("html", "htm", "js", "mjs", "css", "svg", "wasm");

    /** Whether other files may lie inside. */
    public boolean isArchive() {
        return this == ZIP || this == GZIP || this == TAR || this == PACKED;
    }

    /** Told from its first bytes. */
    public static FileKind detect(byte[] head) {
        boolean text = isText(head);
        return SIGNATURES.stream()
                .filter(signature -> signature.matches(head))
                .map(Signature::kind)
                // Compiled programs always hold zero bytes; a text may well begin with "MZ".
                .filter(kind -> !text || (kind != PROGRAM && kind != PACKED))
                .findFirst()
                .orElse(text ? TEXT : UNKNOWN);
    }

    /** What its name says, where the extension is known. */
    public static Optional<FileKind> declared(RelativePath path) {
        return Optional.ofNullable(BY_EXTENSION.get(extension(path)));
    }

    /** Whether a browser would act on the file's content. */
    public static boolean isActive(RelativePath path) {
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
