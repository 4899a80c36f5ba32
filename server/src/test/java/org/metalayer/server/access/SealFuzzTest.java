package org.metalayer.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Tokens, challenges and nonces as they come back, or as somebody made them up. */
class SealFuzzTest {

    private static final Seal.Purpose OURS = new Seal.Purpose(new byte[] {1});
    private static final Seal.Purpose OTHERS = new Seal.Purpose(new byte[] {2});

    @FuzzTest
    void onlyWhatWasSealedIsOpenedAndOnlyForItsPurpose(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        assertThat(OURS.open(text)).isEmpty();

        String sealed = OURS.seal(text);
        assertThat(OURS.open(sealed)).contains(text);
        assertThat(OTHERS.open(sealed)).isEmpty();
        assertThat(OURS.open("A" + sealed)).isEmpty();
        assertThat(OURS.open(sealed.substring(0, sealed.length() - 2))).isEmpty();
    }
}
