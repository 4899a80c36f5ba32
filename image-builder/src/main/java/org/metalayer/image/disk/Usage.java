package org.metalayer.image.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this computer is using devices for.
 *
 * @param uses of file systems and of swap space
 */
record Usage(List<Use> uses) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-3][0-7]{2})");

    Usage {
        uses = List.copyOf(uses);
    }

    /**
     * One use of a device.
     *
     * @param number {@code major:minor} of the device, of which some file systems have one of their
     *     own
     * @param source the device as it was named, or any word
     * @param place where it is mounted, or {@code swap}
     */
    record Use(String number, String source, String place) {}

    /** Reads {@code self/mountinfo} and {@code swaps} of the folder {@code proc}. */
    static Usage read(Path proc) throws IOException {
        Stream<Use> mounts =
                lines(proc.resolve("self/mountinfo")).stream()
                        .map(line -> line.split(" "))
                        .filter(fields -> fields.length >= 10)
                        .map(Usage::mount);
        Stream<Use> swaps =
                lines(proc.resolve("swaps")).stream()
                        .filter(line -> line.startsWith("/"))
                        .map(line -> new Use("", plain(line.replaceFirst("\\s.*", "")), "swap"));
        return new Usage(Stream.concat(mounts, swaps).toList());
    }

    /** Where the device is in use. */
    List<String> places(String number, Path node) {
        return uses.stream()
                .filter(use ->
                        (!number.isEmpty() && use.number().equals(number))
                                || use.source().equals(node.toString()))
                .map(Use::place)
                .distinct()
                .toList();
    }

    private static Use mount(String[] fields) {
        int separator = Arrays.asList(fields).indexOf("-");
        int source = separator < 0 ? fields.length - 2 : Math.min(separator + 2, fields.length - 1);
        return new Use(fields[2], plain(fields[source]), plain(fields[4]));
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file, StandardCharsets.ISO_8859_1)
                : List.of();
    }

    /** The kernel writes a space as {@code \040}. */
    private static String plain(String word) {
        String bytes =
                ESCAPE.matcher(word)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char) Integer.parseInt(escape.group(1), 8))));
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
