package org.metalayer.image.verify;

import java.io.IOException;
import java.nio.file.Path;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.fleet.FleetFiles;
import org.metalayer.image.layout.Esp;
import org.metalayer.image.layout.Layout;

/** Reads the settings of the fleet as the stick will. */
final class FleetCheck {

    private static final String SUBJECT = "fleet";

    private final Path file;

    FleetCheck(Path file) {
        this.file = file;
    }

    Finding of(Layout layout) throws IOException {
        try {
            return new FleetFiles(new Esp(file, layout.esp()))
                    .read()
                    .map(fleet ->
                            Finding.sound(
                                    SUBJECT,
                                    "%s, first root %s%s"
                                            .formatted(
                                                    fleet.settings().server(),
                                                    fleet.root().pin().digest(),
                                                    fleet.settings().enrolmentCode().isPresent()
                                                            ? ", with an enrolment code"
                                                            : "")))
                    .orElseGet(() ->
                            Finding.sound(
                                    SUBJECT,
                                    "none is set: the owner sets it on the stick, or `flash` with"
                                            + " --server and --trust"));
        } catch (ImageException e) {
            return Finding.broken(SUBJECT, String.valueOf(e.getMessage()));
        }
    }
}
