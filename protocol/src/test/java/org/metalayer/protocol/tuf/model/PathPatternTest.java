package org.metalayer.protocol.tuf.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "targets/*.tgz, targets/foo.tgz, true",
        "targets/*.tgz, targets/foo.txt, false",
        "foo-version-?.tgz, foo-version-2.tgz, true",
        "foo-version-?.tgz, foo-version-alpha.tgz, false",
        "*.tgz, foo.tgz, true",
        "*.tgz, targets/foo.tgz, false",
        "foo.tgz, foo.tgz, true",
        "foo.tgz, Foo.tgz, false",
        "releases/*/*, releases/x/y, true",
        "releases/*/*, releases/x, false",
        "releases/*/*, releases/x/y/z, false",
        "*, a, true",
        "*, a/b, false",
        "a?b, a/b, false",
        "**, ab, true",
        "*a*a*, banana, true",
        "*a*x*, banana, false",
        "[ab], a, false"
    })
    void matchesAsTheSpecificationsExamplesDo(String pattern, String path, boolean matches) {
        assertThat(PathPattern.matches(pattern, path)).isEqualTo(matches);
    }

    @Test
    void cannotBeStalledByAPatternOfManyStars() {
        String path = "a".repeat(4_000);
        assertThat(PathPattern.matches("*a".repeat(400) + "b", path)).isFalse();
    }

    @Test
    void prefixesAreOfTheDigestOfThePath() {
        // SHA-256 of "a" is ca978112…
        PathScope scope = new PathScope.HashPrefixes(List.of("ca9", "00"));
        assertThat(scope.contains("a")).isTrue();
        assertThat(scope.contains("b")).isFalse();
    }
}
