package org.metalayer.server.platform;

/**
 * A kind of error that callers can tell apart (RFC 9457). Those here belong to nobody in
 * particular; a feature declares its own beside the code that raises them.
 *
 * @param slug last part of {@code urn:metalayer:problem:<slug>}; never changes once published
 * @param title the same sentence for every occurrence
 * @param status HTTP status code
 */
public record ProblemType(String slug, String title, int status) {

    public static final ProblemType INVALID_REQUEST =
            new ProblemType("invalid-request", "The request is not valid", 400);
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("unauthenticated", "Authentication is required", 401);
    public static final ProblemType FORBIDDEN =
            new ProblemType("forbidden", "Not permitted for this account", 403);
    public static final ProblemType NOT_FOUND =
            new ProblemType("not-found", "There is no such thing here", 404);
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", "This method is not allowed here", 405);
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", "No representation matches Accept", 406);
    public static final ProblemType ILLEGAL_TRANSITION =
            new ProblemType("illegal-transition", "Not possible in the present state", 409);
    public static final ProblemType STALE_VERSION =
            new ProblemType("stale-version", "It was changed meanwhile", 412);
    public static final ProblemType TOO_LARGE =
            new ProblemType("too-large", "The request body is too large", 413);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", "This content type is not understood", 415);
    public static final ProblemType TOO_MANY_REQUESTS =
            new ProblemType("too-many-requests", "Too many requests", 429);
    public static final ProblemType STORAGE_FULL =
            new ProblemType("storage-full", "The Main System's disk is full", 507);
    public static final ProblemType DATABASE_UNREACHABLE =
            new ProblemType("database-unreachable", "The database does not answer", 503);
    public static final ProblemType INTERNAL_ERROR =
            new ProblemType("internal-error", "The Main System failed", 500);

    public ProblemType {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("slug must be kebab-case, was " + slug);
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be 400 to 599, was " + status);
        }
    }

    /** The exception to throw. {@code detail} says what happened and what to do about it. */
    public ProblemException because(String detail) {
        return new ProblemException(this, detail);
    }
}
