package org.metalayer.protocol.merkle;

import java.util.ArrayList;
import java.util.List;
import org.metalayer.protocol.Sha256;

/**
 * All that is needed of a tree to make it grow: the roots of the full trees that its leaves fill,
 * the largest and leftmost first. There are as many as {@code size} has bits that are set.
 *
 * @param size how many leaves there are
 */
public record Frontier(long size, List<Sha256> roots) {

    /** Of the tree without leaves. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    /**
     * @throws IllegalArgumentException when there are not as many roots as a tree of this size has
     */
    public Frontier {
        roots = List.copyOf(roots);
        if (size < 0 || Long.bitCount(size) != roots.size()) {
            throw new IllegalArgumentException(
                    "a tree of %d leaves is not made of %d full ones"
                            .formatted(size, roots.size()));
        }
    }

    /** The tree with one more leaf. */
    public Frontier with(Sha256 leaf) {
        List<Sha256> grown = new ArrayList<>(roots);
        Sha256 last = leaf;
        // As when one is added to a binary number: full trees of one size become one of the next.
        for (long carry = size; (carry & 1) == 1; carry >>= 1) {
            last = MerkleHash.node(grown.removeLast(), last);
        }
        grown.add(last);
        return new Frontier(size + 1, grown);
    }

    /** The hash of the whole tree. */
    public Sha256 root() {
        return roots.reversed().stream()
                .reduce((right, left) -> MerkleHash.node(left, right))
                .orElse(MerkleHash.EMPTY);
    }
}
