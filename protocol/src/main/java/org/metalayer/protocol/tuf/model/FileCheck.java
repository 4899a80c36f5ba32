package org.metalayer.protocol.tuf.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compares bytes, as they arrive, with the length and the digests that metadata names. At least one
 * digest must be of an algorithm that is computed here, and every such one must be right.
 */
public final class FileCheck {
    private final long length;
    private final Hashes expected;
    private final Map<String, MessageDigest> digests = new LinkedHashMap<>();
    private long seen;

    /**
     * @param length in bytes
     */
    public FileCheck(long length, Hashes expected) {
        this.length = length;
        this.expected = expected;
        expected.byAlgorithm().keySet().stream()
                .filter(Hashes.KNOWN::containsKey)
                .forEach(name -> digests.put(name, digest(name)));
    }

    /** Takes bytes; false as soon as there are more than there should be. */
    public boolean accept(byte[] bytes, int offset, int count) {
        seen += count;
        digests.values().forEach(digest -> digest.update(bytes, offset, count));
        return seen <= length;
    }

    /**
     * Why the file, now complete, is not the one that was named; nothing if it is. To be asked
     * once.
     */
    public Optional<String> objection() {
        if (seen != length) {
            return Optional.of("it has %d bytes instead of %d".formatted(seen, length));
        }
        if (digests.isEmpty()) {
            return Optional.of("none of its digests is of a known algorithm");
        }
        for (Map.Entry<String, MessageDigest> digest : digests.entrySet()) {
            String hex = HexFormat.of().formatHex(digest.getValue().digest());
            if (!hex.equals(expected.byAlgorithm().get(digest.getKey()))) {
                return Optional.of("its %s digest is another one".formatted(digest.getKey()));
            }
        }
        return Optional.empty();
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(Hashes.KNOWN.getOrDefault(name, name));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has " + name, e);
        }
    }
}
