package org.metalayer.protocol.health;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.metalayer.protocol.RelativePath;

/**
 * The files of a component, wherever they lie: in a stick's directory or in the Main System's
 * store.
 */
public interface ComponentFiles {
    /** Size in bytes, or empty when the component has no such regular file. */
    OptionalLong size(RelativePath path);

    /** Opens a file that {@link #size} knows. */
    InputStream open(RelativePath path) throws IOException;
}
