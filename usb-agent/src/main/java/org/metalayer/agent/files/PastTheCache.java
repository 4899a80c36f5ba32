package org.metalayer.agent.files;

import java.nio.file.OpenOption;
import java.util.Arrays;

/** How a file or a disk is opened for what its device gives back, past the page cache. */
public final class PastTheCache {

    private PastTheCache() {}

    /**
     * The option, by name: the JDK documents it, and its compiler warns of it all the same.
     * Offsets, lengths and addresses have to be whole blocks with it.
     */
    public static OpenOption option() {
        try {
            return Arrays.stream(
                            Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants())
                    .filter(option -> option.toString().equals("DIRECT"))
                    .map(OpenOption.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new UnsupportedOperationException(e);
        }
    }
}
