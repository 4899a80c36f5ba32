package org.metalayer.server.evaluation.content;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the name of a file alone gives away. */
public final class NameRules {

    /** What a double click or an interpreter runs, whatever is in it. */
    private static final Set<String> RUN =
            Set.of(
                    "exe",
                    "dll",
                    "so",
                    "dylib",
                    "com",
                    "scr",
                    "pif",
                    "msi",
                    "msix",
                    "cpl",
                    "sys",
                    "bat",
                    "cmd",
                    "ps1",
                    "psm1",
                    "vbs",
                    "vbe",
                    "jse",
                    "wsf",
                    "wsh",
                    "hta",
                    "reg",
                    "lnk",
                    "inf",
                    "url",
                    "desktop",
                    "sh",
                    "bash",
                    "zsh",
                    "fish",
                    "py",
                    "pyc",
                    "pyw",
                    "rb",
                    "pl",
                    "php",
                    "lua",
                    "jar",
                    "war",
                    "class",
                    "dex",
                    "apk",
                    "ipa",
                    "deb",
                    "rpm",
                    "dmg",
                    "pkg",
                    "iso",
                    "img",
                    "appimage",
                    "flatpak",
                    "snap",
                    "xpi",
                    "crx",
                    "docm",
                    "dotm",
                    "xlsm",
                    "xltm",
                    "xlam",
                    "pptm",
                    "ppam",
                    "service",
                    "timer",
                    "jnlp",
                    "chm",
                    "scf",
                    "action",
                    "command");

    private static final Set<String> HARMLESS =
            Set.of(
                    "png", "jpg", "jpeg", "gif", "webp", "bmp", "ico", "pdf", "mp3", "mp4", "wav",
                    "ogg", "flac", "zip", "doc", "docx", "xls", "xlsx", "txt", "csv");

    private static final Set<String> ACTIVE =
            Set.of("html", "htm", "xhtml", "xht", "js", "mjs", "cjs", "css", "svg", "wasm");

    private NameRules() {}

    /** What is suspicious about a name. */
    public static Optional<String> objectionTo(Part part) {
        String extension = part.extension();
        if (RUN.contains(extension)) {
            return Optional.of("has a name that systems run");
        }
        String[] names = part.fileName().toLowerCase(Locale.ROOT).split("\\.", -1);
        if (names.length > 2
                && ACTIVE.contains(extension)
                && HARMLESS.contains(names[names.length - 2].strip())) {
            return Optional.of("has two extensions, and only the harmless one is read");
        }
        return LookalikeName.in(part.name().substring(part.name().lastIndexOf('!') + 1));
    }
}
