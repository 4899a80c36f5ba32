package org.metalayer.agent.content;

import java.util.Locale;
import org.metalayer.protocol.RelativePath;

/** One file in which a component differs from its release. */
public record Change(Kind kind, RelativePath path) {

    /** What happened to the file. */
    public enum Kind {
        ADDED,
        MODIFIED,
        REMOVED;

        /** In lower case, for people and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
