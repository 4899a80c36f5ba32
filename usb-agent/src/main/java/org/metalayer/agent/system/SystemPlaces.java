package org.metalayer.agent.system;

import java.nio.file.Path;

/**
 * Where a stick's system keeps what the agent asks it; tests give a directory.
 *
 * @param root the partition with the running root
 * @param rootVerity the partition with its tree of hashes
 * @param esp where the boot partition is mounted
 * @param answers a directory that the agent cannot write
 */
public record SystemPlaces(
        Path commandLine,
        Path osRelease,
        Path bootId,
        Path root,
        Path rootVerity,
        Path esp,
        Path answers) {

    /** Of a system that image-builder made. */
    public static SystemPlaces ofImage() {
        return new SystemPlaces(
                Path.of("/proc/cmdline"),
                OsRelease.FILE,
                Path.of("/proc/sys/kernel/random/boot_id"),
                Path.of("/dev/metalayer/root"),
                Path.of("/dev/metalayer/root-verity"),
                Path.of("/efi"),
                Path.of("/data/upgrade"));
    }

    /** The boot loader's entries that need no configuration of their own. */
    Path entries() {
        return esp.resolve("EFI/Linux");
    }

    /**
     * The fleet's first root, which only somebody with the stick in another computer can change.
     */
    public Path firstRoot() {
        return esp.resolve("metalayer/1.root.json");
    }

    Path answer() {
        return answers.resolve("answer.json");
    }
}
