package org.metalayer.agent.usb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.metalayer.agent.files.RawPath;

/**
 * Follows a path down to the devices that hold its bytes: through mounts, overlays, loop files,
 * device-mapper and other stacked block devices.
 */
final class Carriers {

    /** More layers than any real stack has; ends loops in what we are shown. */
    private static final int MAX_LAYERS = 16;

    private static final String DELETED = " (deleted)";

    private final KernelRoots roots;
    private final Path sys;
    private final MountTable mounts;
    private final Set<Carrier> found = new LinkedHashSet<>();

    private Carriers(KernelRoots roots) throws IOException {
        this.roots = roots;
        this.sys = roots.sys().toRealPath();
        this.mounts = MountTable.read(roots.proc().resolve("self/mountinfo"));
    }

    /** The devices that carry {@code path}, an existing file or directory; at least one. */
    static Set<Carrier> of(Path path, KernelRoots roots) throws IOException {
        Carriers carriers = new Carriers(roots);
        byte[] real = RawPath.bytes(path.toRealPath());
        carriers.addThoseOfPath(new String(real, StandardCharsets.ISO_8859_1), 0);
        return carriers.found;
    }

    private void addThoseOfPath(String path, int layer) throws IOException {
        Mount mount =
                mounts.holding(path).orElseThrow(() -> new IOException("no mount holds the path"));
        Optional<Path> block = blockDirectory(mount);
        if (block.isPresent()) {
            addThoseOfBlock(block.get(), layer);
        } else if (mount.upperDirectory().isPresent() && layer < MAX_LAYERS) {
            addThoseOfPath(mount.upperDirectory().get(), layer + 1);
        } else {
            found.add(new Carrier.Elsewhere("a file system of type " + mount.type()));
        }
    }

    /**
     * File systems with several subvolumes (btrfs) and those without a device report a number that
     * is no block device's; the former at least name the device that was mounted.
     */
    private Optional<Path> blockDirectory(Mount mount) throws IOException {
        Path byNumber = sys.resolve("dev/block").resolve(mount.device());
        if (Files.exists(byNumber)) {
            return Optional.of(byNumber.toRealPath());
        }
        if (!mount.source().startsWith("/dev/")) {
            return Optional.empty();
        }
        Path node = roots.dev().resolve(mount.source().substring("/dev/".length()));
        Path name = (Files.exists(node) ? node.toRealPath() : node).getFileName();
        Path byName = sys.resolve("class/block").resolve(name);
        return Files.exists(byName) ? Optional.of(byName.toRealPath()) : Optional.empty();
    }

    private void addThoseOfBlock(Path block, int layer) throws IOException {
        if (layer > MAX_LAYERS) {
            throw new IOException("more than " + MAX_LAYERS + " layers of storage at " + block);
        }
        for (Path at = block; at != null && at.startsWith(sys); at = at.getParent()) {
            if (SysfsDevice.isAt(at)) {
                found.add(new Carrier.OnUsb(SysfsDevice.at(at)));
                return;
            }
            if (descend(at, layer)) {
                return;
            }
        }
        found.add(new Carrier.Elsewhere("the device " + block.getFileName()));
    }

    private boolean descend(Path at, int layer) throws IOException {
        Path backing = at.resolve("loop/backing_file");
        if (Files.exists(backing)) {
            String file = Files.readString(backing, StandardCharsets.ISO_8859_1).stripTrailing();
            addThoseOfPath(file.replace(DELETED, ""), layer + 1);
            return true;
        }
        boolean stacked = false;
        if (Files.isDirectory(at.resolve("slaves"))) {
            try (DirectoryStream<Path> slaves = Files.newDirectoryStream(at.resolve("slaves"))) {
                for (Path slave : slaves) {
                    addThoseOfBlock(slave.toRealPath(), layer + 1);
                    stacked = true;
                }
            }
        }
        return stacked;
    }
}
