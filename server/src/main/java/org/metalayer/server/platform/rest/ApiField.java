package org.metalayer.server.platform.rest;

import java.util.List;

/**
 * What a record says of one of its components.
 *
 * @param words those it can be; empty where it can be anything
 */
record ApiField(Presence presence, List<String> words) {

    /** Whether a field is there, and with a value. */
    enum Presence {
        ALWAYS,
        NULLABLE,
        LEFT_OUT_WHEN_NULL
    }
}
