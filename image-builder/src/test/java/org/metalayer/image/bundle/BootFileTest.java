package org.metalayer.image.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootFileTest {

    @ParameterizedTest
    @CsvSource({
        "mlos_1+3.efi, mlos_1.efi",
        "mlos_1+2-1.efi, mlos_1.efi",
        "mlos_1+0-3.efi, mlos_1.efi",
        "mlos_1.efi, mlos_1.efi",
        "mlos_1+deb13.efi, mlos_1+deb13.efi"
    })
    void theCounterOfAttemptsIsNoPartOfTheName(String name, String bare) {
        assertThat(BootFile.withoutCounter(name)).isEqualTo(bare);
    }
}
