package org.metalayer.agent.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.SmallFile;
import org.metalayer.agent.stick.StickDirectory;

/** Puts a {@link SystemDesk} together for the stick that was booted. */
public final class SystemUpgrades {

    /** Written by the initrd: the name of the disk that was booted. */
    private static final Path BOOT_DISK = Path.of("/run/metalayer/boot-disk");

    private static final int MAX_LENGTH = 256;

    private SystemUpgrades() {}

    /**
     * The desk of this computer.
     *
     * @throws IOException when it was not booted from a stick
     */
    public static SystemDesk desk(StickDirectory stick, DurableFiles files, InstantSource clock)
            throws IOException {
        SystemPlaces places = SystemPlaces.ofImage();
        BootedSystem booted =
                new RunningSystem(places)
                        .booted()
                        .orElseThrow(
                                () -> new IOException("this computer was not booted from a stick"));
        return new SystemDesk(
                stick,
                places,
                new BootDisk(
                        new PartitionTool(device()),
                        new RootHash(booted.digest()),
                        places.entries(),
                        files),
                files,
                clock);
    }

    private static Path device() throws IOException {
        String text =
                new String(SmallFile.read(BOOT_DISK, MAX_LENGTH), StandardCharsets.UTF_8).strip();
        String name = text.split(" ", 2)[0];
        if (!name.matches("[a-z0-9]+")) {
            throw new IOException("\"%s\" is no disk".formatted(name));
        }
        return Path.of("/dev").resolve(name);
    }
}
