package org.metalayer.cli.rest;

import org.metalayer.protocol.json.JsonBuilder;

/** Codes that let sticks in unseen. */
public final class EnrolmentCode {
    private static final int SHORTEST_HOURS = 1;

    private EnrolmentCode() {}

    /** A new code that lets in {@code uses} sticks within the next hour. */
    public static String shortLived(MainSystem mainSystem, String note, int uses) {
        return mainSystem
                .post(
                        new Query("/enrolment-codes"),
                        new JsonBuilder()
                                .put("note", note)
                                .put("uses", uses)
                                .put("expires_in_hours", SHORTEST_HOURS)
                                .build())
                .json()
                .string("code");
    }
}
