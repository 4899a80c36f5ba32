package org.metalayer.protocol.merkle;

import java.util.List;
import org.metalayer.protocol.Sha256;

/**
 * Shows that a leaf is in a tree.
 *
 * @param index of the leaf, counted from 0
 * @param size of the tree, in leaves
 * @param path the hashes beside the way from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Sha256> path) {

    /**
     * @throws IllegalArgumentException when a tree of this size has no such leaf
     */
    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException(
                    "a tree of %d leaves has none at %d".formatted(size, index));
        }
    }

    /** Whether it shows that of the tree with this root: RFC 9162 §2.1.3.2. */
    public boolean proves(Sha256 leaf, Sha256 root) {
        long place = index;
        long last = size - 1;
        Sha256 hash = leaf;
        for (Sha256 beside : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = MerkleHash.node(beside, hash);
                // At the right edge there may be nothing beside it for some levels.
                int levels = Long.numberOfTrailingZeros(place);
                place >>= levels;
                last >>= levels;
            } else {
                hash = MerkleHash.node(hash, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
