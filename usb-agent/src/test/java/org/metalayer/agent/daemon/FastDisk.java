package org.metalayer.agent.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Places sticks in memory where there is room: the agent syncs what it writes, and a test that
 * visits hundreds of crashes would mostly wait for the disk.
 */
final class FastDisk implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 512 << 20;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
            throws IOException {
        return make();
    }

    /** For who has to clear up alone. */
    static Path make() throws IOException {
        return hasRoom()
                ? Files.createTempDirectory(MEMORY, "metalayer-")
                : Files.createTempDirectory("metalayer-");
    }

    private static boolean hasRoom() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
    }
}
