package org.metalayer.protocol.merkle;

import java.util.ArrayList;
import java.util.List;
import org.metalayer.protocol.Sha256;

/**
 * Shows that a tree is another one that has grown: nothing was taken out, and nothing changed.
 *
 * @param from how many leaves the earlier one has
 * @param to how many the later one has
 */
public record ConsistencyProof(long from, long to, List<Sha256> path) {

    /**
     * @throws IllegalArgumentException when that would have been shrinking
     */
    public ConsistencyProof {
        path = List.copyOf(path);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "a tree of %d leaves does not grow to %d".formatted(from, to));
        }
    }

    /** Whether it shows that of the trees with these roots: RFC 9162 §2.1.4.2. */
    public boolean proves(Sha256 earlier, Sha256 later) {
        if (from == to) {
            return path.isEmpty() && earlier.equals(later);
        }
        if (from == 0) {
            return path.isEmpty() && earlier.equals(MerkleHash.EMPTY);
        }
        List<Sha256> hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            // The earlier tree is a full one of the later, and its hash is known.
            hashes.addFirst(earlier);
        }
        return !hashes.isEmpty() && leads(hashes, earlier, later);
    }

    private boolean leads(List<Sha256> hashes, Sha256 earlier, Sha256 later) {
        int full = Long.numberOfTrailingZeros(from);
        long place = (from - 1) >> full;
        long last = (to - 1) >> full;
        Sha256 first = hashes.getFirst();
        Sha256 second = first;
        for (Sha256 beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                first = MerkleHash.node(beside, first);
                second = MerkleHash.node(beside, second);
                int levels = Long.numberOfTrailingZeros(place);
                place >>= levels;
                last >>= levels;
            } else {
                second = MerkleHash.node(second, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(earlier) && second.equals(later);
    }
}
