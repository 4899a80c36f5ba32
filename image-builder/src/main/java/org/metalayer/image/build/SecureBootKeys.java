package org.metalayer.image.build;

import java.nio.file.Files;
import java.nio.file.Path;
import org.metalayer.image.base.ImageException;

/**
 * What boot files are signed with, so that a firmware that knows the certificate starts them and
 * nothing else.
 *
 * @param key private, PEM
 * @param certificate of it, PEM
 */
public record SecureBootKeys(Path key, Path certificate) {

    /**
     * Both have to be there before minutes of work begin.
     *
     * @throws ImageException when one is not
     */
    public SecureBootKeys {
        for (Path file : new Path[] {key, certificate}) {
            if (!Files.isReadable(file)) {
                throw new ImageException(
                        "%s cannot be read: signing takes a key and its certificate"
                                .formatted(file));
            }
        }
    }
}
