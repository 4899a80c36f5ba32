package org.metalayer.agent.report;

import java.io.IOException;

/** A proposal that cannot be made into a report as things are; the message says what to do. */
public final class NothingToReportException extends IOException {

    private static final long serialVersionUID = 1L;

    NothingToReportException(String message) {
        super(message);
    }
}
