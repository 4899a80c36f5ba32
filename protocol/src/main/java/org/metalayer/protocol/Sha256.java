package org.metalayer.protocol;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 digest as 64 lower-case hex digits: the name of an artifact. */
public record Sha256(String hex) implements Comparable<Sha256> {
    private static final Pattern PATTERN = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        // Every request names some: the pattern is there to say what is wrong.
        if (!isDigest(hex)) {
            Texts.matching("sha256", hex, PATTERN);
        }
    }

    private static boolean isDigest(String hex) {
        return hex.length() == 64
                && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** The digest of {@code bytes}. */
    public static Sha256 of(byte[] bytes) {
        return finish(digest().digest(bytes));
    }

    /** A fresh digest to stream bytes into; {@link #finish} makes the name. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Names 32 raw digest bytes. */
    public static Sha256 finish(byte[] raw) {
        return new Sha256(HexFormat.of().formatHex(raw));
    }

    /** The 32 raw bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
