package org.metalayer.protocol.dsse;

/**
 * What a signed document is; a document of one type is never accepted where another is expected.
 */
public enum PayloadType {
    ENROLMENT("enrolment"),
    SESSION("session"),
    UPGRADE_REPORT("upgrade-report"),
    OUTCOME("outcome"),
    TIME("time"),
    /** An in-toto statement, which has a media type of its own. */
    STATEMENT;

    private final String mediaType;

    PayloadType(String name) {
        this.mediaType = "application/vnd.metalayer." + name + ".v1+json";
    }

    PayloadType() {
        this.mediaType = "application/vnd.in-toto+json";
    }

    public String mediaType() {
        return mediaType;
    }
}
