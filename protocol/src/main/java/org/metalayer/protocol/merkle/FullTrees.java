package org.metalayer.protocol.merkle;

import org.metalayer.protocol.Sha256;

/** Where the hashes of a log's full trees are kept: they never change once they are there. */
@FunctionalInterface
public interface FullTrees {

    /**
     * The hash of the full tree over the leaves from {@code index} · 2<sup>{@code level}</sup> on,
     * 2<sup>{@code level}</sup> of them.
     */
    Sha256 hash(int level, long index);
}
