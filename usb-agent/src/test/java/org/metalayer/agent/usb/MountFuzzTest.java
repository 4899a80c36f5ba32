package org.metalayer.agent.usb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountFuzzTest {

    private static final String GOOD =
            "36 35 98:0 /mnt1 /mnt\\0402 rw,noatime master:1 - overlay /dev/root"
                    + " rw,upperdir=/a\\054b";

    @Test
    void readsTheKernelsManualPageExample() {
        Mount mount = Mount.parse(GOOD);

        assertThat(mount.device()).isEqualTo("98:0");
        assertThat(mount.point()).isEqualTo("/mnt 2");
        assertThat(mount.source()).isEqualTo("/dev/root");
        assertThat(mount.upperDirectory()).contains("/a,b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "36 35 98:0 / / rw - ext4 /dev/sda",
                "36 35 98 / / rw - ext4 /dev/sda rw",
                "36 35 98:x / / rw - ext4 /dev/sda rw",
                "36 35 98:0 / / - ext4 /dev/sda rw",
                "36 35 98:0 / / rw ext4 /dev/sda rw",
                "x 35 98:0 / / rw - ext4 /dev/sda rw",
                "36 99999999999 98:0 / / rw - ext4 /dev/sda rw"
            })
    void refusesLinesThatTheKernelDoesNotWrite(String line) {
        assertThatThrownBy(() -> Mount.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyDamagedLineIsReadOrRefusedAndEndsTheWalk() {
        Random random = new Random(20_261_103L);
        int read = 0;
        for (int round = 0; round < 50_000; round++) {
            try {
                MountTable table = new MountTable(List.of(Mount.parse(damaged(random))));
                assertThat(table.holding("/mnt 2/x")).isNotNull();
                read++;
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageNotContaining("\u0000");
            }
        }
        assertThat(read).isPositive();
    }

    /** What whoever names a mount point, a device or an overlay's directory puts into the table. */
    @FuzzTest
    void anyTableIsRefusedInOneLineOrSaysWhatAPathLiesOn(byte[] input) {
        MountTable table;
        try {
            table =
                    new MountTable(
                            new String(input, ISO_8859_1).lines().map(Mount::parse).toList());
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).doesNotContainPattern("\\p{Cc}");
            return;
        }
        for (Mount mount : table.mounts()) {
            assertThat(OctalEscapes.decode(escaped(mount.point()))).isEqualTo(mount.point());
            String path = mount.point() + "/x";
            assertThat(table.holding(path))
                    .satisfies(found ->
                            assertThat(found.stream())
                                    .allMatch(holding -> holding.covers(path))
                                    .allMatch(table.mounts()::contains));
        }
    }

    /** As the kernel could write it, each byte by its octal digits. */
    private static String escaped(String point) {
        return point.chars()
                .mapToObj(c -> "\\" + Integer.toOctalString(0x200 + c).substring(1))
                .collect(Collectors.joining());
    }

    private static String damaged(Random random) {
        StringBuilder line = new StringBuilder(GOOD);
        int damages = 1 + random.nextInt(4);
        for (int i = 0; i < damages && !line.isEmpty(); i++) {
            int at = random.nextInt(line.length());
            switch (random.nextInt(3)) {
                case 0 -> line.deleteCharAt(at);
                case 1 -> line.setCharAt(at, (char) random.nextInt(256));
                default -> line.insert(at, " -\\0/:9".charAt(random.nextInt(7)));
            }
        }
        return line.toString();
    }
}
