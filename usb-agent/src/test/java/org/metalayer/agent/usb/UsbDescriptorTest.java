package org.metalayer.agent.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsbDescriptorTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x10000, Integer.MIN_VALUE})
    void refusesNumbersThatNoDescriptorCanHold(int number) {
        assertThatThrownBy(() -> new UsbDescriptor(number, 0, 0, "", "", "", false))
                .hasMessageContaining("vendorId");
        assertThatThrownBy(() -> new UsbDescriptor(0, number, 0, "", "", "", false))
                .hasMessageContaining("productId");
        assertThatThrownBy(() -> new UsbDescriptor(0, 0, number, "", "", "", false))
                .hasMessageContaining("bcdDevice");
    }

    @Test
    void aVirtualDescriptorIsMarked() {
        UsbDescriptor declared = UsbDescriptor.virtual("usb_001");

        assertThat(declared.virtual()).isTrue();
        assertThat(declared.serial()).isEqualTo("usb_001");
        assertThat(declared.vendorId()).isZero();
    }

    @Test
    void writesNumbersAsTheProtocolDoes() {
        assertThat(UsbDescriptor.hex(0x951)).isEqualTo("0951");
        assertThat(UsbDescriptor.hex(0xffff)).isEqualTo("ffff");
    }

    @Test
    void textIsAlwaysShortAndPrintable() {
        Random random = new Random(20_261_102L);
        for (int round = 0; round < 20_000; round++) {
            String text = new UsbDescriptor(0, 0, 0, "", "", hostile(random), false).serial();
            assertThat(text).hasSizeLessThanOrEqualTo(126).isEqualTo(text.strip());
            assertThat(text.codePoints())
                    .noneMatch(c -> Character.isISOControl(c) || c == 0x202e || c == 0x2028);
            assertThat(text).isEqualTo(DeviceText.clean(text));
        }
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        String cut = DeviceText.clean("a".repeat(125) + "🎵🎵");

        assertThat(cut).isEqualTo("a".repeat(125));
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(300);
        for (int i = 0; i < length; i++) {
            text.append(
                    (char) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(0x10000)));
        }
        return text.toString();
    }
}
