package org.metalayer.server.platform.startup;

import io.smallrye.config.ConfigValidationException;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.StartupException;

/** Says why Quarkus did not start: it leaves that to whoever asks it for the exit code. */
final class FailedStart {

    private FailedStart() {}

    /** In one line where somebody has put it into one. */
    static void tell(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof StartupException || each instanceof ConfigValidationException) {
                System.err.println("metalayer: " + each.getMessage());
                return;
            }
        }
        System.err.println("metalayer: the start failed");
        failure.printStackTrace();
    }
}
