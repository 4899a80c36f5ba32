package org.metalayer.protocol.merkle;

import java.security.MessageDigest;
import org.metalayer.protocol.Sha256;

/** Hashes of a tree. Leaves and nodes are told apart, so that none passes for the other. */
public final class MerkleHash {

    /** Of the tree without leaves: of no bytes. */
    public static final Sha256 EMPTY = Sha256.of(new byte[0]);

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleHash() {}

    /** Of a leaf: SHA-256(0x00 ‖ {@code content}). */
    public static Sha256 leaf(byte[] content) {
        MessageDigest digest = Sha256.digest();
        digest.update(LEAF);
        digest.update(content);
        return Sha256.finish(digest.digest());
    }

    /** Of two trees beside each other: SHA-256(0x01 ‖ {@code left} ‖ {@code right}). */
    public static Sha256 node(Sha256 left, Sha256 right) {
        MessageDigest digest = Sha256.digest();
        digest.update(NODE);
        digest.update(left.bytes());
        digest.update(right.bytes());
        return Sha256.finish(digest.digest());
    }
}
