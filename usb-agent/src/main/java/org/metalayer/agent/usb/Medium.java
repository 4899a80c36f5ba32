package org.metalayer.agent.usb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.metalayer.agent.files.RawPath;

/** What the kernel does with the file system that a path is on. */
public final class Medium {

    private Medium() {}

    /**
     * Whether the whole file system is read-only, as one becomes whose device failed. Where only
     * this process may not write to it, it is not.
     *
     * @param path an existing file or directory
     */
    public static boolean isReadOnly(Path path, KernelRoots roots) throws IOException {
        byte[] real = RawPath.bytes(path.toRealPath());
        return MountTable.read(roots.proc().resolve("self/mountinfo"))
                .holding(new String(real, StandardCharsets.ISO_8859_1))
                .filter(Mount::readOnly)
                .isPresent();
    }
}
