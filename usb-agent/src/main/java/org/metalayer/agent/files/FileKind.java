package org.metalayer.agent.files;

/** What stands behind a name (inode(7)), and why all but two cannot be released. */
enum FileKind {
    REGULAR(0x8000, ""),
    DIRECTORY(0x4000, ""),
    SYMBOLIC_LINK(0xA000, "is a symbolic link: put the file itself here"),
    BLOCK_DEVICE(0x6000, "is a block device: only files can be released"),
    CHARACTER_DEVICE(0x2000, "is a character device: only files can be released"),
    FIFO(0x1000, "is a named pipe: only files can be released"),
    SOCKET(0xC000, "is a socket: only files can be released");

    private final int bits;
    private final String objection;

    FileKind(int bits, String objection) {
        this.bits = bits;
        this.objection = objection;
    }

    static FileKind ofMode(int type) {
        for (FileKind kind : values()) {
            if (kind.bits == type) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such type of file: " + Integer.toHexString(type));
    }

    /** Empty for regular files and directories. */
    String objection() {
        return objection;
    }
}
