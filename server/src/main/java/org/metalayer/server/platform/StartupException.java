package org.metalayer.server.platform;

/** Why the Main System cannot start, in one line that says what to do. */
public final class StartupException extends RuntimeException {

    public StartupException(String line) {
        super(line, null, false, false);
    }

    public StartupException(String line, Throwable cause) {
        super(line, cause);
    }
}
