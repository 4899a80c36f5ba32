package org.metalayer.cli.stick;

import java.util.Optional;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.EnrolmentCode;
import org.metalayer.cli.rest.ProblemException;

/** Lets a new stick in, where this computer may do so. */
final class LocalEnrolment {

    private LocalEnrolment() {}

    /** A code for one stick; none when the Main System is away or does not let us make one. */
    static Optional<String> code(Connection connection) {
        try {
            return Optional.of(
                    EnrolmentCode.shortLived(connection.open(), "./metalayer report", 1));
        } catch (CliException | ProblemException e) {
            return Optional.empty();
        }
    }
}
