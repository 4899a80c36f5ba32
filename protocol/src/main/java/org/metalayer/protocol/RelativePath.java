package org.metalayer.protocol;

import java.text.Normalizer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The path of one file inside a component: relative, {@code /}-separated, and usable on every
 * system a stick may be plugged into (protocol §6). A value of this type has passed every rule, so
 * nobody needs to check it again.
 *
 * @param value the path as it is written on the wire, in Unicode form NFC
 */
public record RelativePath(String value) implements Comparable<RelativePath> {

    /** Longest path in UTF-16 units. */
    public static final int MAX_LENGTH = 240;

    /** Deepest path in segments, the file's own name included. */
    public static final int MAX_DEPTH = 32;

    /** Longest segment in bytes of UTF-8: what a directory entry of ext4 can hold. */
    public static final int MAX_SEGMENT_BYTES = 255;

    /**
     * Takes a path that is expected to be good.
     *
     * @throws MalformedDocumentException naming the rule that the path breaks
     */
    public RelativePath {
        Optional<PathObjection> objection = PathRules.objectionTo(value);
        if (objection.isPresent()) {
            throw new MalformedDocumentException(objection.get().explain(value));
        }
    }

    /** Why {@code candidate} is no acceptable path; empty when it is one. Never throws. */
    public static Optional<PathObjection> objectionTo(String candidate) {
        return PathRules.objectionTo(candidate);
    }

    /** The path's names from the component's root down; never empty. */
    public List<String> segments() {
        return List.of(value.split("/"));
    }

    /**
     * What two paths share when a system that ignores case or Unicode form would take them for the
     * same file. Two paths of one component with equal keys are refused.
     */
    public String folded() {
        return fold(value);
    }

    static String fold(String text) {
        // Character by character, because String.toLowerCase depends on the neighbours (final
        // sigma).
        int[] folded =
                text.codePoints()
                        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                        .toArray();
        return Normalizer.normalize(new String(folded, 0, folded.length), Normalizer.Form.NFC);
    }

    /** Whether this path would have to be a directory for {@code other} to exist beside it. */
    public boolean isDirectoryOf(RelativePath other) {
        return other.value.startsWith(value + "/");
    }

    /**
     * Whether this is an editor's leftover ({@code *~}, {@code *.tmp}, {@code .#*}, {@code .*.swp})
     * or lies in a dot-directory such as {@code .git}. Scans pass over such files, so a manifest
     * must not hold them.
     */
    public boolean isPassedOver() {
        Iterator<String> names = segments().iterator();
        String name = names.next();
        while (names.hasNext()) {
            if (name.startsWith(".")) {
                return true;
            }
            name = names.next();
        }
        return isLeftover(name);
    }

    /** Whether a file of this name is an editor's leftover. */
    public static boolean isLeftover(String fileName) {
        return fileName.endsWith("~")
                || fileName.endsWith(".tmp")
                || fileName.startsWith(".#")
                || (fileName.startsWith(".") && fileName.endsWith(".swp"));
    }

    @Override
    public int compareTo(RelativePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
