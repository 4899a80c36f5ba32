package org.metalayer.cli.platform;

/** A verb failed. The message is one line for the person at the terminal and says what to do. */
public final class CliException extends RuntimeException {

    public CliException(String line) {
        super(line);
    }

    public CliException(String line, Throwable cause) {
        super(line, cause);
    }

    /** The line to show. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
