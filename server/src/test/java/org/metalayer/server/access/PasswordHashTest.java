package org.metalayer.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void recognisesItsPasswordAndNoOther() {
        PasswordHash hash = PasswordHash.of("Grüße 🎵", RANDOM);
        assertThat(hash.matches("Grüße 🎵")).isTrue();
        assertThat(hash.matches("grüße 🎵")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void readsAHashMadeElsewhere() {
        // RFC 7914 §11: PBKDF2-HMAC-SHA256, "Password"/"NaCl", 80,000 iterations, first 32 bytes.
        PasswordHash hash =
                new PasswordHash(
                        "pbkdf2-sha256$80000$TmFDbA$TdzY9guYviGDDO5e8icB+WQaRBjQTAQUrv8Ih2s0q1Y");
        assertThat(hash.matches("Password")).isTrue();
    }

    @Test
    void doesNotDependOnHowAKeyboardComposesTheCharacters() {
        PasswordHash hash = PasswordHash.of("Gr\u00fc\u00dfe", RANDOM);
        assertThat(hash.matches("Gru\u0308\u00dfe")).isTrue();
    }

    @Test
    void neverShowsTheHash() {
        assertThat(PasswordHash.of("x", RANDOM)).hasToString("pbkdf2-sha256");
    }
}
