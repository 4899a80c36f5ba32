package org.metalayer.server.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.metalayer.server.platform.StartupException;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL that comes as a jar from Maven Central. */
final class PostgresBinaries {

    private static final Map<String, String> ARCHIVES =
            Map.of(
                    "amd64", "postgres-linux-x86_64.txz",
                    "aarch64", "postgres-linux-arm_64.txz");

    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /**
     * The directory that holds {@code bin} and {@code lib}; unpacked first where it is not there
     * yet, whole or not at all.
     */
    static Path unpackInto(Path directory) throws IOException {
        String archive = archive();
        Path home = directory.resolve("binaries-" + length(archive));
        if (!Files.isDirectory(home)) {
            Path fresh = directory.resolve("binaries.new");
            Trees.delete(fresh);
            Files.createDirectory(fresh);
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(
                            new XZInputStream(
                                    new BufferedInputStream(open(archive).getInputStream())))) {
                for (TarArchiveEntry entry = tar.getNextEntry();
                        entry != null;
                        entry = tar.getNextEntry()) {
                    unpack(tar, entry, fresh);
                }
            }
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    /** The one for this machine, at the root of the class path. */
    static String archive() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String archive = ARCHIVES.get(architecture);
        if (archive == null || !System.getProperty("os.name").equals("Linux")) {
            throw new StartupException(
                    ("no PostgreSQL is included for this machine (%s %s): give one with"
                                    + " QUARKUS_DATASOURCE_JDBC_URL")
                            .formatted(System.getProperty("os.name"), architecture));
        }
        return archive;
    }

    /** Tells one build of the binaries from another without unpacking it. */
    private static long length(String archive) throws IOException {
        URLConnection archived = open(archive);
        try (InputStream _ = archived.getInputStream()) {
            return archived.getContentLengthLong();
        }
    }

    private static URLConnection open(String archive) throws IOException {
        URL place = PostgresBinaries.class.getResource("/" + archive);
        if (place == null) {
            throw new StartupException(
                    archive + " is not on the class path: the package of the server is incomplete");
        }
        URLConnection archived = place.openConnection();
        // Otherwise its jar would stay open for as long as the server runs.
        archived.setUseCaches(false);
        return archived;
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
            throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException(
                    "the PostgreSQL archive names a file outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
