package org.metalayer.agent.system;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.system.Beginning;
import org.metalayer.protocol.system.Cutter;

/** Finds pieces of a system in what lies on the stick already, by cutting it in the same way. */
public final class PieceIndex {

    private final Map<Sha256, Extent> pieces = new HashMap<>();

    /**
     * Cuts the beginning of a file or of a partition.
     *
     * @param length bytes of it; what follows in a partition means nothing
     */
    public void add(Path file, long length) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            long[] offset = {0};
            Cutter.cut(
                    new Beginning(in, length),
                    piece -> {
                        pieces.putIfAbsent(
                                Sha256.of(piece), new Extent(file, offset[0], piece.length));
                        offset[0] += piece.length;
                    });
        }
    }

    /** Where each lies. */
    public Map<Sha256, Extent> pieces() {
        return Map.copyOf(pieces);
    }
}
