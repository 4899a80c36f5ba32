package org.metalayer.image.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads from a program's first bytes what runs it (ELF-64 Object File Format, version 1.5). */
final class ElfHeader {

    private static final int LENGTH = 20;

    /** Its magic number; 64 bits, little end first. */
    private static final long IDENTITY = 0x0102464c457fL;

    private static final long IDENTITY_BITS = 0xffffffffffffL;
    private static final int TYPE = 16;
    private static final int MACHINE = 18;
    private static final int EXECUTABLE = 2;
    private static final int POSITION_INDEPENDENT = 3;
    private static final int X86_64 = 62;
    private static final int AARCH64 = 183;

    private ElfHeader() {}

    /** As images name it; empty where no stick runs it. */
    static Optional<String> architecture(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LENGTH);
            return bytes.length < LENGTH ? Optional.empty() : architecture(ByteBuffer.wrap(bytes));
        }
    }

    private static Optional<String> architecture(ByteBuffer bytes) {
        ByteBuffer header = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int type = header.getShort(TYPE);
        boolean isProgram =
                (header.getLong(0) & IDENTITY_BITS) == IDENTITY
                        && (type == EXECUTABLE || type == POSITION_INDEPENDENT);
        if (!isProgram) {
            return Optional.empty();
        }
        return switch (header.getShort(MACHINE)) {
            case X86_64 -> Optional.of("amd64");
            case AARCH64 -> Optional.of("arm64");
            default -> Optional.empty();
        };
    }
}
