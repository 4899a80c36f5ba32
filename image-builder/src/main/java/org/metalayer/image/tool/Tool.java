package org.metalayer.image.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of this computer that is needed. */
public enum Tool {
    SFDISK("fdisk"),
    TUNE2FS("e2fsprogs"),
    DEBUGFS("e2fsprogs"),
    DUMPE2FS("e2fsprogs"),
    E2FSCK("e2fsprogs"),
    FSCK_VFAT("dosfstools"),
    MCOPY("mtools"),
    MDIR("mtools"),
    MINFO("mtools"),
    MLABEL("mtools"),
    MMD("mtools"),
    MTYPE("mtools"),
    MMDEBSTRAP("mmdebstrap"),
    OPENSSL("openssl"),
    UNSHARE("util-linux"),
    APT_GET("apt", "apt-get");

    /** An ordinary account's PATH need not have these. */
    private static final List<String> FOR_ADMINISTRATORS =
            List.of("/usr/sbin", "/sbin", "/usr/local/sbin");

    private final String debianPackage;
    private final String command;

    Tool(String debianPackage) {
        this.debianPackage = debianPackage;
        this.command = name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    Tool(String debianPackage, String command) {
        this.debianPackage = debianPackage;
        this.command = command;
    }

    /** As it is typed. */
    public String command() {
        return command;
    }

    /** What to install on Debian and its kin. */
    public String debianPackage() {
        return debianPackage;
    }

    /** Where it lies, if it is installed. */
    public Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Stream.concat(Stream.of(path.split(":")), FOR_ADMINISTRATORS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(command()))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
