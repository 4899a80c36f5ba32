package org.metalayer.server.catalog.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The {@code If-None-Match} headers of anybody. */
class EntityTagsFuzzTest {

    private static final String TAG = "\"0123456789abcdef\"";

    /** Otherwise a stick would be told that nothing is new, or fetch for nothing. */
    @FuzzTest
    void onlyWhatNamesTheTagOrAnyIsUnchanged(byte[] input) {
        String header = new String(input, ISO_8859_1);
        if (EntityTags.match(header, TAG)) {
            assertThat(header).containsAnyOf(TAG, "*");
        }
        assertThat(EntityTags.match(header + ", W/" + TAG, TAG)).isTrue();
        assertThat(EntityTags.match(TAG + " ," + header, TAG)).isTrue();
    }
}
