package org.metalayer.agent.usb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of mountinfo (proc_pid_mountinfo(5)). Paths are byte strings: one character per byte,
 * whatever encoding the person who named them used.
 *
 * @param device {@code major:minor} of the file system
 * @param source the device that was mounted, or any word where there is none
 * @param readOnly whether nobody can write to the file system, through whichever mount
 * @param upperDirectory where an overlay writes, as the one who mounted it named it
 */
record Mount(
        int id,
        int parent,
        String device,
        String point,
        String type,
        String source,
        boolean readOnly,
        Optional<String> upperDirectory) {

    private static final Pattern START = Pattern.compile("[0-9]{1,9} [0-9]{1,9} [0-9]+:[0-9]+ ");

    /**
     * Parses a line.
     *
     * @throws IllegalArgumentException when it is not what the kernel writes
     */
    static Mount parse(String line) {
        String[] fields = line.split(" ", -1);
        int separator = Arrays.asList(fields).indexOf("-");
        if (!START.matcher(line).lookingAt() || separator < 6 || fields.length < separator + 4) {
            throw new IllegalArgumentException(
                    "malformed line in mountinfo: " + DeviceText.clean(line));
        }
        String type = fields[separator + 1];
        return new Mount(
                Integer.parseInt(fields[0]),
                Integer.parseInt(fields[1]),
                fields[2],
                OctalEscapes.decode(fields[4]),
                type,
                OctalEscapes.decode(fields[separator + 2]),
                List.of(fields[separator + 3].split(",")).contains("ro"),
                type.equals("overlay")
                        ? option("upperdir=", fields[separator + 3])
                        : Optional.empty());
    }

    /** Whether {@code path} is this mount's directory or lies below it. */
    boolean covers(String path) {
        return point.equals("/") || path.equals(point) || path.startsWith(point + "/");
    }

    /** The first mount of a mount namespace hangs on itself. */
    boolean isItsOwnParent() {
        return id == parent;
    }

    private static Optional<String> option(String prefix, String options) {
        return Arrays.stream(options.split(","))
                .filter(option -> option.startsWith(prefix))
                .map(option -> OctalEscapes.decode(option.substring(prefix.length())))
                .findFirst();
    }
}
