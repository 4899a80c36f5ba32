package org.metalayer.image.base;

/**
 * What was asked for cannot be done. The message is for the person who asked, and says what helps.
 */
public final class ImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImageException(String message) {
        super(message);
    }

    public ImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
