package org.metalayer.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** What whoever may read lists calls a place in one. */
class CursorFuzzTest {

    /** Within what a {@code timestamptz} can be (PostgreSQL, "Date/Time Types"). */
    private static final Instant FIRST = Instant.parse("-4712-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("+294276-12-31T00:00:00Z");

    @FuzzTest
    void anythingIsRefusedOrAPlaceThatTheDatabaseKnows(byte[] input) {
        check(new String(input, StandardCharsets.UTF_8));
        check(Base64.getUrlEncoder().encodeToString(input));
    }

    private static void check(String text) {
        Cursor cursor;
        try {
            cursor = Cursor.parse(text);
        } catch (ProblemException refused) {
            assertThat(refused.type()).isEqualTo(ProblemType.INVALID_REQUEST);
            return;
        }
        assertThat(cursor.at()).isBetween(FIRST, LAST);
        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    }
}
