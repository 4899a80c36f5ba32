package org.metalayer.protocol.tuf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.protocol.tuf.TestKeys.publicHalf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.function.Function;
import org.metalayer.protocol.MalformedDocumentException;

class SignedMetadataFuzzTest {
    /** They signed none of the seeds, so whatever verifies with them is forged. */
    private static final Authority STRANGERS =
            new Authority(
                    RoleName.delegated("strangers"),
                    1,
                    List.of(publicHalf("stranger"), publicHalf("another stranger")));

    @FuzzTest
    void anythingIsRefusedOrKeptAsItCameAndNothingIsForged(byte[] input) {
        check(input, SignedMetadata::root);
        check(input, SignedMetadata::timestamp);
        check(input, SignedMetadata::snapshot);
        check(input, SignedMetadata::targets);
    }

    private static <T extends Metadata> void check(
            byte[] input, Function<byte[], SignedMetadata<T>> reader) {
        SignedMetadata<T> metadata;
        try {
            metadata = reader.apply(input);
        } catch (MalformedDocumentException refused) {
            return;
        }
        assertThat(metadata.raw()).isEqualTo(input);
        assertThat(metadata.signed().version()).isPositive();
        try {
            assertThat(metadata.isSignedBy(STRANGERS)).isFalse();
        } catch (MalformedDocumentException fraction) {
            // Unknown members are read with the signatures, not before.
            return;
        }
        SignedMetadata<T> again = reader.apply(SignedMetadata.unsigned(metadata.signed()).raw());
        assertThat(again.signed().expires()).isEqualTo(metadata.signed().expires());
        assertThat(again.signed().version()).isEqualTo(metadata.signed().version());
    }
}
