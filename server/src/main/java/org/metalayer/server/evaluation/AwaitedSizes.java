package org.metalayer.server.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.metalayer.protocol.Sha256;

/**
 * The sizes of awaited files that one pack has, looked up a report at a time: mostly all files of a
 * pack are of one. Those of one report are kept, so that memory does not follow what is awaited.
 */
final class AwaitedSizes {

    /** What goes to and fro between reports, or is a small part of one, is asked for singly. */
    private static final int MOST_LOOKS = 4;

    private final Function<Sha256, Map<Sha256, Long>> ofReportWith;
    private Map<Sha256, Long> sizes = new HashMap<>();
    private int looks;

    /**
     * @param ofReportWith sizes that a report with that file declares, not necessarily all
     */
    AwaitedSizes(Function<Sha256, Map<Sha256, Long>> ofReportWith) {
        this.ofReportWith = ofReportWith;
    }

    /** Whether it is known that a report awaits this; where not, one still may. */
    boolean has(Sha256 digest, long size) {
        if (!sizes.containsKey(digest) && looks < MOST_LOOKS) {
            looks++;
            sizes = new HashMap<>(ofReportWith.apply(digest));
        }
        Long expected = sizes.get(digest);
        return expected != null && expected == size;
    }

    /** One that is awaited, too. */
    void add(Sha256 digest, long size) {
        sizes.put(digest, size);
    }
}
