package org.metalayer.protocol;

/**
 * One regular file of a component.
 *
 * @param size in bytes, 0 to {@link #MAX_SIZE}
 */
public record FileEntry(RelativePath path, long size, FileMode mode, Sha256 sha256) {
    /** 4 GiB: what still fits any file system a stick is read on. */
    public static final long MAX_SIZE = 4L << 30;

    public FileEntry {
        if (size < 0 || size > MAX_SIZE) {
            throw new MalformedDocumentException(
                    "size of %s must be 0 to %d bytes, was %d".formatted(path, MAX_SIZE, size));
        }
    }

    /** Whether both have the same bytes and mode, wherever they lie. */
    public boolean sameContent(FileEntry other) {
        return sha256.equals(other.sha256) && mode == other.mode && size == other.size;
    }
}
