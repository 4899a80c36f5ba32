package org.metalayer.agent.daemon;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file system of a few megabytes, where this process may mount one. */
final class SmallDisk implements AutoCloseable {

    private static final byte[] BLOCK = new byte[1 << 16];

    private final Path root;
    private final boolean mounted;

    private SmallDisk(Path root, boolean mounted) {
        this.root = root;
        this.mounted = mounted;
    }

    static SmallDisk mountAt(Path root, int megabytes) throws IOException {
        String size = "size=" + megabytes + "m";
        return new SmallDisk(
                root, run("mount", "-t", "tmpfs", "-o", size, "metalayer-test", root.toString()));
    }

    boolean isMounted() {
        return mounted;
    }

    /** Leaves about this many bytes free. */
    Path fillUpTo(long left) throws IOException {
        Path filler = root.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(root).getUsableSpace() > left) {
                out.write(BLOCK);
            }
        }
        return filler;
    }

    /** Leaves no byte free. */
    Path fill() throws IOException {
        Path filler = fillUpTo(BLOCK.length);
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(0);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    @Override
    public void close() throws IOException {
        if (mounted) {
            run("umount", "--lazy", root.toString());
        }
    }

    private static boolean run(String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }
}
