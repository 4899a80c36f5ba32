package org.metalayer.server.platform;

/**
 * What was asked for does not exist: the caller's mistake, and final. An exception of its own, so
 * that no mistake of the Main System is answered as one.
 */
public final class NoSuchThingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param thing what and which, for example {@code release 7c0f…}
     */
    public NoSuchThingException(String thing) {
        super(thing);
    }
}
