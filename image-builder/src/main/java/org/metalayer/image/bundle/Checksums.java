package org.metalayer.image.bundle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.metalayer.image.base.Channels;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.base.Progress;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.io.DurableFile;

/**
 * The digests of the files in a folder, as {@code sha256sum --check} reads them.
 *
 * @param byName of each file
 */
public record Checksums(Map<String, Sha256> byName) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *]([^/]+)");

    public Checksums {
        byName = new TreeMap<>(byName);
    }

    /** Computes those of the named files. */
    public static Checksums of(Path folder, Iterable<String> names, Progress progress)
            throws IOException {
        Map<String, Sha256> byName = new LinkedHashMap<>();
        for (String name : names) {
            try (FileChannel file = FileChannel.open(folder.resolve(name))) {
                byName.put(name, Channels.digest(file, 0, file.size(), progress));
            }
        }
        return new Checksums(byName);
    }

    /** Reads {@code SHA256SUMS}. */
    public static Checksums read(Path file) throws IOException {
        Map<String, Sha256> byName = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new ImageException(
                        "%s is damaged: a line is a digest, two spaces and a name".formatted(file));
            }
            byName.put(matcher.group(2), new Sha256(matcher.group(1)));
        }
        return new Checksums(byName);
    }

    public void write(Path file) throws IOException {
        String lines =
                byName.entrySet().stream()
                        .map(entry -> "%s  %s%n".formatted(entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining());
        DurableFile.write(file, lines.getBytes(StandardCharsets.UTF_8));
    }
}
