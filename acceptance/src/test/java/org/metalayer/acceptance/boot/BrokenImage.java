package org.metalayer.acceptance.boot;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/**
 * An image that is not fit for use: on its kernel's command line something else stands in the place
 * of a word.
 */
enum BrokenImage {
    /** It demands another root than the one beside it: verity fails early in a start. */
    WITH_ANOTHER_ROOT("roothash=[0-9a-f]{64}", "roothash=" + "5".repeat(64)),

    /** It starts, and its agent never does. */
    UNHEALTHY("systemd\\.condition_needs_update=no", "systemd.mask=metalayer-agent"),

    /** It stops halfway up, and nothing in it fails. */
    STUCK("systemd\\.condition_needs_update=no", "systemd.unit=basic.target"),

    /** What it starts first waits for a word that nobody says. */
    HANGING("fsck\\.repair=yes", "rdinit=/bin/cat");

    private final Pattern word;
    private final String another;

    BrokenImage(String word, String another) {
        this.word = Pattern.compile(word);
        this.another = another;
    }

    /**
     * Makes one of a whole image.
     *
     * @return its folder
     */
    Path of(Path whole, Path folder, String version) throws IOException {
        Files.createDirectories(folder);
        String before = String.valueOf(whole.getFileName());
        String after = before.replaceFirst("-[0-9]+-", "-" + version + "-");
        for (String part : new String[] {".root.raw", ".verity.raw"}) {
            Files.createSymbolicLink(folder.resolve(after + part), whole.resolve(before + part));
        }
        Files.write(
                folder.resolve(after + ".efi"),
                broken(Files.readAllBytes(whole.resolve(before + ".efi"))));
        try (RandomAccessFile image =
                new RandomAccessFile(folder.resolve(after + ".raw").toFile(), "rw")) {
            image.setLength(Files.size(whole.resolve(before + ".raw")));
        }
        JsonObject manifest = Json.parseObject(Files.readAllBytes(whole.resolve("manifest.json")));
        Files.writeString(
                folder.resolve("manifest.json"),
                Json.pretty(manifest)
                        .replace(before, after)
                        .replaceFirst(
                                "\"version\": \"[0-9]+\"", "\"version\": \"" + version + "\""));
        return folder;
    }

    /** As long as it was, so that everything else stays in its place. */
    private byte[] broken(byte[] kernel) {
        return word.matcher(new String(kernel, StandardCharsets.ISO_8859_1))
                .replaceAll(
                        found -> another + " ".repeat(found.group().length() - another.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
