package org.metalayer.server.platform;

/** Tells failures of what the Main System stands on from failures of what it was given. */
public final class Outage {

    private Outage() {}

    /** Whether a disk or the database is full or away: the same may well succeed later. */
    public static boolean isBehind(Throwable failure) {
        return switch (DatabaseFailure.of(failure)) {
            case DISK_FULL, UNREACHABLE -> true;
            case DUPLICATE, OTHER -> isStorageFull(failure);
        };
    }

    private static boolean isStorageFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem
                    && problem.type().equals(ProblemType.STORAGE_FULL)) {
                return true;
            }
        }
        return false;
    }
}
