package org.metalayer.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"aaaaaaaaaaaa", "            ", "twelve chars", "🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵🎵"})
    void onlyTheLengthCounts(String text) {
        assertThat(new NewPassword(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tr0ub4dor&3", "🎵🎵🎵🎵🎵🎵"})
    void elevenCharactersAreTooFewHoweverManyBytesTheyHave(String text) {
        assertThatThrownBy(() -> new NewPassword(text)).hasMessageContaining("at least 12");
    }

    @Test
    void whatNoLoginCouldSendIsRefused() {
        assertThat(new NewPassword("x".repeat(256)).text()).hasSize(256);
        assertThatThrownBy(() -> new NewPassword("x".repeat(257))).hasMessageContaining("256");
    }

    @Test
    void aMadeUpOneCanBeReadOut() {
        NewPassword made = NewPassword.generated(new SecureRandom());
        assertThat(made.text()).matches("[a-km-np-z2-9]{5}(-[a-km-np-z2-9]{5}){3}");
        assertThat(NewPassword.generated(new SecureRandom())).isNotEqualTo(made);
        assertThat(made.toString()).doesNotContain(made.text());
    }
}
