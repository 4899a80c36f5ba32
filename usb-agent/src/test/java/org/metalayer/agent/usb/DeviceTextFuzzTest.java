package org.metalayer.agent.usb;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.metalayer.protocol.Texts;

/** What a device's firmware calls itself, as libusb hands it on. */
class DeviceTextFuzzTest {

    @FuzzTest
    void anyNameBecomesALineThatTheProtocolTakes(byte[] input) {
        // Unit by unit: a decoder would mend halves of pairs, which is what is to be tried.
        String raw =
                ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().toString();
        String clean = DeviceText.clean(raw);
        Texts.line("serial", clean, 0, 126);
        assertThat(clean.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        assertThat(DeviceText.clean(clean)).isEqualTo(clean);
        assertThat(DeviceText.comparable(clean)).matches("[\\x20-\\x7e]*");
    }
}
