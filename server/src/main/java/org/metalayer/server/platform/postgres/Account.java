package org.metalayer.server.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A numeric user and group of this machine. */
record Account(int uid, int gid) {

    /** The account this process runs as. */
    static Account current() throws IOException {
        Path self = Path.of("/proc/self");
        return new Account(
                (int) Files.getAttribute(self, "unix:uid"),
                (int) Files.getAttribute(self, "unix:gid"));
    }

    /** The account without any rights of its own that every Linux has. */
    static Account nobody() throws IOException {
        List<String> users = Files.readAllLines(Path.of("/etc/passwd"));
        for (String user : users) {
            String[] fields = user.split(":", -1);
            if (fields[0].equals("nobody") && fields.length > 3) {
                return new Account(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
            }
        }
        return new Account(65534, 65534);
    }

    static int ownerOf(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid");
    }

    boolean isRoot() {
        return uid == 0;
    }
}
