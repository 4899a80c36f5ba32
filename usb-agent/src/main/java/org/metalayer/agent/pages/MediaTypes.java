package org.metalayer.agent.pages;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.metalayer.protocol.RelativePath;

/** What kind of thing a file is, by the end of its name and a fixed table; nothing is guessed. */
final class MediaTypes {

    private static final String UNKNOWN = "application/octet-stream";

    /** What a browser would show as a page, with whatever scripts are in it. */
    private static final Set<String> PAGES = Set.of("html", "htm", "svg", "xml", "xhtml", "pdf");

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("htm", "text/html; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("mjs", "text/javascript; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("md", "text/plain; charset=utf-8"),
                    Map.entry("csv", "text/csv; charset=utf-8"),
                    Map.entry("vtt", "text/vtt; charset=utf-8"),
                    Map.entry("xml", "application/xml"),
                    Map.entry("xhtml", "application/xhtml+xml"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("wasm", "application/wasm"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("avif", "image/avif"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff", "font/woff"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("ttf", "font/ttf"),
                    Map.entry("otf", "font/otf"),
                    Map.entry("mp3", "audio/mpeg"),
                    Map.entry("m4a", "audio/mp4"),
                    Map.entry("aac", "audio/aac"),
                    Map.entry("ogg", "audio/ogg"),
                    Map.entry("oga", "audio/ogg"),
                    Map.entry("opus", "audio/ogg"),
                    Map.entry("flac", "audio/flac"),
                    Map.entry("wav", "audio/wav"),
                    Map.entry("mid", "audio/midi"),
                    Map.entry("mp4", "video/mp4"),
                    Map.entry("webm", "video/webm"),
                    Map.entry("ogv", "video/ogg"));

    private MediaTypes() {}

    static String of(RelativePath path) {
        return TYPES.getOrDefault(extension(path), UNKNOWN);
    }

    /** Whether a browser would show it as a page of its own. */
    static boolean isPage(RelativePath path) {
        return PAGES.contains(extension(path));
    }

    private static String extension(RelativePath path) {
        String name = path.value().substring(path.value().lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
