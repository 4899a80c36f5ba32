package org.metalayer.server.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class EntityTagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "W/\"a\"", "\"b\", \"a\"", "*"})
    void whatTheCallerHasIsNotSentAgain(String header) {
        assertThat(EntityTags.match(header, "\"a\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"b\"", "a", "\"ab\"", ""})
    void whatTheCallerDoesNotHaveIsSent(String header) {
        assertThat(EntityTags.match(header, "\"a\"")).isFalse();
    }

    @Test
    void aCallerThatSaysNothingHasNothing() {
        assertThat(EntityTags.match(null, "\"a\"")).isFalse();
    }
}
