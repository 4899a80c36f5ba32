package org.metalayer.acceptance.boot;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

/**
 * An image whose kernel demands another root than the one beside it: its verity fails at the very
 * beginning of a start.
 */
final class BrokenImage {
    private static final Pattern ROOT_HASH = Pattern.compile("roothash=[0-9a-f]{64}");

    private BrokenImage() {}

    /**
     * Makes one of a whole image.
     *
     * @return its folder
     */
    static Path of(Path whole, Path folder, String version) throws IOException {
        Files.createDirectories(folder);
        String before = String.valueOf(whole.getFileName());
        String after = before.replaceFirst("-[0-9]+-", "-" + version + "-");
        for (String part : new String[] {".root.raw", ".verity.raw"}) {
            Files.createSymbolicLink(folder.resolve(after + part), whole.resolve(before + part));
        }
        Files.write(
                folder.resolve(after + ".efi"),
                demandingAnotherRoot(Files.readAllBytes(whole.resolve(before + ".efi"))));
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

    private static byte[] demandingAnotherRoot(byte[] kernel) {
        String bytes = new String(kernel, StandardCharsets.ISO_8859_1);
        Matcher hash = ROOT_HASH.matcher(bytes);
        String other = "roothash=" + "5".repeat(64);
        return hash.replaceAll(other).getBytes(StandardCharsets.ISO_8859_1);
    }
}
