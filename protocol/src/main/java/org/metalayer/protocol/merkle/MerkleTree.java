package org.metalayer.protocol.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.metalayer.protocol.Sha256;

/**
 * A log's tree, for whoever has all of its hashes.
 *
 * @param trees what it is made of
 * @param size how many leaves there are
 */
public record MerkleTree(FullTrees trees, long size) {

    public MerkleTree {
        if (size < 0) {
            throw new IllegalArgumentException("no tree has %d leaves".formatted(size));
        }
    }

    /** The tree over these leaves. */
    public static MerkleTree over(List<Sha256> leaves) {
        List<Sha256> kept = List.copyOf(leaves);
        return new MerkleTree((level, index) -> full(kept, level, index), kept.size());
    }

    private static Sha256 full(List<Sha256> leaves, int level, long index) {
        return level == 0
                ? leaves.get(Math.toIntExact(index))
                : MerkleHash.node(
                        full(leaves, level - 1, 2 * index), full(leaves, level - 1, 2 * index + 1));
    }

    /** The hash of the whole tree: MTH of RFC 9162 §2.1.1. */
    public Sha256 root() {
        return size == 0 ? MerkleHash.EMPTY : hash(0, size);
    }

    /**
     * Shows that a leaf is in it: PATH of RFC 9162 §2.1.3.1.
     *
     * @param index of the leaf, counted from 0
     * @throws IndexOutOfBoundsException when there is no such leaf
     */
    public InclusionProof inclusion(long index) {
        Objects.checkIndex(index, size);
        List<Sha256> path = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + left(end - start);
            if (index < middle) {
                path.add(hash(middle, end));
                end = middle;
            } else {
                path.add(hash(start, middle));
                start = middle;
            }
        }
        return new InclusionProof(index, size, path.reversed());
    }

    /**
     * Shows that the tree of its first leaves has only grown: PROOF of RFC 9162 §2.1.4.1.
     *
     * @param from how many leaves there were
     * @throws IndexOutOfBoundsException when it never had as many
     */
    public ConsistencyProof consistency(long from) {
        Objects.checkIndex(from, size + 1);
        List<Sha256> path = new ArrayList<>();
        long start = 0;
        long end = size;
        // An empty tree is the beginning of every other one, and a tree of itself.
        while (from > 0 && end > from) {
            long middle = start + left(end - start);
            if (from <= middle) {
                path.add(hash(middle, end));
                end = middle;
            } else {
                path.add(hash(start, middle));
                start = middle;
            }
        }
        if (start > 0) {
            path.add(hash(start, end));
        }
        return new ConsistencyProof(from, size, path.reversed());
    }

    /** Of the leaves from {@code start} on, before {@code end}. */
    private Sha256 hash(long start, long end) {
        long count = end - start;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return trees.hash(level, start >> level);
        }
        long middle = start + left(count);
        return MerkleHash.node(hash(start, middle), hash(middle, end));
    }

    /** How many of so many leaves are in the left half: the largest power of two below. */
    private static long left(long count) {
        return Long.highestOneBit(count - 1);
    }
}
