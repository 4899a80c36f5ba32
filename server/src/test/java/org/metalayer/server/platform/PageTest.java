package org.metalayer.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123456Z");

    @Test
    void aCursorSurvivesItsText() {
        Cursor cursor = new Cursor(NOON, new UUID(1, 2));
        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "MjAyNi0wNi0wMQ", "LA", "\uD83D\uDE00"})
    void aForeignCursorIsTheCallersMistake(String text) {
        assertThatThrownBy(() -> Cursor.parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'after'");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE})
    void refusesAnImpossibleLimit(int limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null)).hasMessageContaining("1 to 200");
    }

    @Test
    void namesTheLastItemAsCursorOfTheNextPage() {
        Page<Integer> page =
                Page.of(
                        List.of(1, 2, 3),
                        new PageRequest(2, null),
                        n -> new Cursor(NOON, new UUID(0, n)),
                        7);
        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.total()).isEqualTo(7);
        assertThat(page.next()).isEqualTo(new Cursor(NOON, new UUID(0, 2)).toString());
    }

    @Test
    void theLastPageNamesNoNext() {
        Page<Integer> page =
                Page.of(
                        List.of(1, 2),
                        new PageRequest(2, null),
                        n -> new Cursor(NOON, new UUID(0, n)),
                        2);
        assertThat(page.next()).isNull();
    }
}
