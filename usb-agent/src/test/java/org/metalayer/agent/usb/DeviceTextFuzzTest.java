package org.metalayer.agent.usb;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.metalayer.protocol.Texts;

/** What a device's firmware calls itself, as libusb hands it on. */
class DeviceTextFuzzTest {

    @FuzzTest
    void anyNameBecomesALineThatTheProtocolTakes(byte[] input) {
        String clean = DeviceText.clean(new String(input, StandardCharsets.UTF_16LE));
        Texts.line("serial", clean, 0, 126);
        assertThat(DeviceText.clean(clean)).isEqualTo(clean);
        assertThat(DeviceText.comparable(clean)).matches("[\\x20-\\x7e]*");
    }
}
