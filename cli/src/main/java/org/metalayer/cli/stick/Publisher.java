package org.metalayer.cli.stick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.Storage;
import org.metalayer.cli.rest.Connection;
import org.metalayer.protocol.ComponentName;

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

    /** Files of a release. */
    @FunctionalInterface
    interface Content {
        void layOut(Path directory) throws IOException;
    }

    /** Puts them in the place of those that were published last. */
    void layOut(ComponentName component, Content content) throws IOException {
        Path place = new StickDirectory(root).content(component);
        DurableFiles files = Storage.ofProcess().files();
        files.deleteTree(place);
        Files.createDirectories(place);
        content.layOut(place);
    }
}
