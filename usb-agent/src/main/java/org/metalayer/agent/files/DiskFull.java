package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The stick has too little room for what was asked; nothing that was there before is lost. */
public final class DiskFull extends IOException {

    private static final long serialVersionUID = 1L;

    private final long needed;
    private final long available;

    /**
     * @param needed bytes that must be free
     * @param available bytes that are free
     */
    public DiskFull(Path where, long needed, long available) {
        super(
                String.format(
                        Locale.ROOT,
                        "%s has %,d bytes free, %,d are needed: remove something from the stick and"
                                + " try again",
                        where,
                        available,
                        needed));
        this.needed = needed;
        this.available = available;
    }

    /** Bytes that must be free. */
    public long needed() {
        return needed;
    }

    /** Bytes that were free. */
    public long available() {
        return available;
    }

    /** The failure of writing {@code size} bytes, told as a full disk where that is what it was. */
    static IOException explain(IOException failure, Path directory, long size) {
        try {
            long available = DiskSpace.free(directory);
            if (available >= size) {
                return failure;
            }
            DiskFull full = new DiskFull(directory, size, available);
            full.addSuppressed(failure);
            return full;
        } catch (IOException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }
}
