package org.metalayer.cli.fleet;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.metalayer.cli.platform.CliException;
import org.metalayer.protocol.json.JsonObject;

/**
 * One of the copies that the warnings of a stick name.
 *
 * @param kinds of the warnings that count
 * @param wanted the beginning of its name, {@code first} for the one without a name, or empty where
 *     there is only one
 */
record CopyChoice(Set<String> kinds, String wanted) {
    private static final String UNSEEN = "first";
    private static final int SHOWN = 8;

    /** The name of a copy as people read and write it. */
    static String shown(String copy) {
        return copy.isEmpty() ? UNSEEN : copy.substring(0, Math.min(SHOWN, copy.length()));
    }

    /** The whole name of the one that is meant. */
    String of(JsonObject stick) {
        List<String> copies =
                stick.objects("warnings", warning -> warning).stream()
                        .filter(warning -> kinds.contains(warning.string("kind")))
                        .map(warning -> warning.string("copy"))
                        .toList();
        List<String> meant = copies.stream().filter(this::isMeant).toList();
        if (copies.isEmpty()) {
            throw new CliException(
                    "stick %s has nothing to be resolved in this way"
                            .formatted(stick.string("module_id")));
        }
        if (meant.size() != 1) {
            throw new CliException(
                    "which copy? Name one of "
                            + copies.stream()
                                    .map(CopyChoice::shown)
                                    .collect(Collectors.joining(", ")));
        }
        return meant.getFirst();
    }

    private boolean isMeant(String copy) {
        return copy.isEmpty() ? wanted.equals(UNSEEN) : copy.startsWith(wanted);
    }
}
