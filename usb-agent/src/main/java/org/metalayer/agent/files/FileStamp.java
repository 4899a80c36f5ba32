package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the file system says of a file without reading it. As long as it says the same, and said so
 * long enough after the last change, the content is the same.
 *
 * @param size in bytes
 * @param modified time of the last change of content, in nanoseconds since 1970; anyone can set it
 * @param changed time of the last change of anything, in nanoseconds since 1970; only the kernel
 *     sets it
 * @param inode number of the file
 * @param mode type and permissions as in stat(2)
 */
record FileStamp(long size, long modified, long changed, long inode, int mode) {

    private static final int TYPE = 0xF000;
    private static final int OWNER_EXECUTE = 0x40;

    /** The stamp of {@code file} itself, of the link where it is one. */
    static FileStamp of(Path file) throws IOException {
        UnixAttributes attributes = UnixAttributes.of(file, "size,lastModifiedTime,ctime,ino,mode");
        return new FileStamp(
                attributes.number("size"),
                attributes.time("lastModifiedTime"),
                attributes.time("ctime"),
                attributes.number("ino"),
                (int) attributes.number("mode"));
    }

    FileKind kind() {
        return FileKind.ofMode(mode & TYPE);
    }

    boolean isExecutable() {
        return (mode & OWNER_EXECUTE) != 0;
    }
}
