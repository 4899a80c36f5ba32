package org.metalayer.cli.stick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.cli.rest.Connection;
import org.metalayer.image.release.SystemParts;
import org.metalayer.image.release.SystemRelease;
import org.metalayer.protocol.system.SystemFiles;

/**
 * The stick without hardware that operators publish from: what it proposes is signed by it, like
 * everything that the Main System examines.
 *
 * @param root its directory
 */
record Publisher(Path root) {

    /** Its module id. */
    static final String NAME = "publisher";

    private static final String TITLE = "Publisher";

    /** Makes it where it does not exist, and lets it in where this computer may. */
    void prepare(Connection connection) {
        VirtualStick stick = new VirtualStick(NAME, TITLE, root);
        if (!stick.exists()) {
            stick.prepare(connection.url(), LocalEnrolment.code(connection));
        }
    }

    /** Puts a system in the place of the one that was published last. */
    void layOut(SystemParts parts) throws IOException {
        Path content = new StickDirectory(root).content(SystemFiles.COMPONENT);
        DurableFiles files = Storage.ofProcess().files();
        files.deleteTree(content);
        Files.createDirectories(content);
        new SystemRelease(parts).layOut(content);
    }
}
