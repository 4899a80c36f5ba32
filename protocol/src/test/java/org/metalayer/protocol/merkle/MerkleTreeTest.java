package org.metalayer.protocol.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;

/** Every proof of every tree of some size, and what comes near to one. */
class MerkleTreeTest {

    /** More than six levels, with every form of a right edge on the way. */
    private static final int MOST = 70;

    private static final List<Sha256> LEAVES =
            IntStream.range(0, MOST)
                    .mapToObj(n -> MerkleHash.leaf(("leaf " + n).getBytes(UTF_8)))
                    .toList();

    private static final Sha256 STRANGER = MerkleHash.leaf("nobody's".getBytes(UTF_8));

    @Test
    void growsToTheSameTree() {
        Frontier frontier = Frontier.EMPTY;
        for (int size = 0; size < MOST; size++) {
            assertThat(frontier.root()).as("of %d leaves", size).isEqualTo(tree(size).root());
            assertThat(new Frontier(frontier.size(), frontier.roots())).isEqualTo(frontier);
            frontier = frontier.with(LEAVES.get(size));
        }
    }

    @Test
    void everyLeafCanBeShown() {
        for (int size = 1; size <= MOST; size++) {
            MerkleTree tree = tree(size);
            Sha256 root = tree.root();
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.inclusion(index);
                assertThat(proof.proves(LEAVES.get(index), root)).as(proof.toString()).isTrue();
                assertThat(proof.proves(STRANGER, root)).isFalse();
                assertThat(proof.proves(LEAVES.get(index), STRANGER)).isFalse();
                for (List<Sha256> path : nearly(proof.path())) {
                    assertThat(
                                    new InclusionProof(index, size, path)
                                            .proves(LEAVES.get(index), root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aLeafIsShownAtItsPlaceOnly() {
        MerkleTree tree = tree(MOST);
        InclusionProof proof = tree.inclusion(17);
        for (int index = 0; index < MOST; index++) {
            assertThat(
                            new InclusionProof(index, MOST, proof.path())
                                    .proves(LEAVES.get(17), tree.root()))
                    .isEqualTo(index == 17);
        }
    }

    @Test
    void everyGrowthCanBeShown() {
        for (int to = 0; to <= MOST; to++) {
            MerkleTree tree = tree(to);
            Sha256 later = tree.root();
            for (int from = 0; from <= to; from++) {
                Sha256 earlier = tree(from).root();
                ConsistencyProof proof = tree.consistency(from);
                assertThat(proof.proves(earlier, later)).as(proof.toString()).isTrue();
                assertThat(proof.proves(STRANGER, later)).isFalse();
                // Nothing is known of a tree from a proof that it has grown from nothing.
                assertThat(proof.proves(earlier, STRANGER)).isEqualTo(from == 0 && to > 0);
                for (List<Sha256> path : nearly(proof.path())) {
                    assertThat(new ConsistencyProof(from, to, path).proves(earlier, later))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aTreeInWhichALeafIsAnotherHasNotGrown() {
        for (int changed = 0; changed < 20; changed++) {
            List<Sha256> others = new ArrayList<>(LEAVES.subList(0, 20));
            others.set(changed, STRANGER);
            MerkleTree forged = MerkleTree.over(others);
            for (int from = changed + 1; from <= 20; from++) {
                assertThat(forged.consistency(from).proves(tree(from).root(), forged.root()))
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsNoTreeIsRefused() {
        assertThatThrownBy(() -> tree(3).inclusion(3))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree(3).consistency(4))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new InclusionProof(3, 3, List.of()))
                .hasMessage("a tree of 3 leaves has none at 3");
        assertThatThrownBy(() -> new ConsistencyProof(4, 3, List.of()))
                .hasMessage("a tree of 4 leaves does not grow to 3");
        assertThatThrownBy(() -> new Frontier(3, List.of(STRANGER)))
                .hasMessage("a tree of 3 leaves is not made of 1 full ones");
    }

    private static MerkleTree tree(int size) {
        return MerkleTree.over(LEAVES.subList(0, size));
    }

    /** Paths of which one hash is another, is missing, or is one too many. */
    private static List<List<Sha256>> nearly(List<Sha256> path) {
        List<List<Sha256>> near = new ArrayList<>();
        for (int place = 0; place <= path.size(); place++) {
            List<Sha256> more = new ArrayList<>(path);
            more.add(place, STRANGER);
            near.add(more);
            if (place < path.size()) {
                List<Sha256> less = new ArrayList<>(path);
                less.remove(place);
                near.add(less);
                List<Sha256> other = new ArrayList<>(path);
                other.set(place, STRANGER);
                near.add(other);
            }
        }
        return near;
    }
}
