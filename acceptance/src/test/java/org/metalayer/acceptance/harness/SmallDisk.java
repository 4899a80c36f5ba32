package org.metalayer.acceptance.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system that is soon full. Only root can mount one; without root the test is skipped. */
public final class SmallDisk implements AutoCloseable {
    private static final byte[] BLOCK = new byte[1 << 16];

    private final Path root;

    private SmallDisk(Path root) {
        this.root = root;
    }

    public static SmallDisk mount(int megabytes) throws IOException, InterruptedException {
        assumeTrue(isRoot(), "SKIPPED: mounting a small disk needs root");
        Path root = Files.createTempDirectory("metalayer-small-disk-");
        Finished.ok(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + megabytes + "m,mode=0755",
                "metalayer-test",
                root.toString());
        return new SmallDisk(root);
    }

    public Path root() {
        return root;
    }

    /** Leaves about this many bytes free. */
    public Path fill(long left) throws IOException {
        Path filler = root.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(root).getUsableSpace() > left) {
                out.write(BLOCK);
            }
        } catch (IOException full) {
            // As full as it gets, which is what was asked for.
        }
        return filler;
    }

    @Override
    public void close() {
        try {
            Finished.ok("umount", "--lazy", root.toString());
            Files.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRoot() throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    }
}
