package org.metalayer.agent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlySyncTest {

    private static final int LARGE = 2 << 20;

    @TempDir Path directory;

    @Test
    void tellsWhatTheDeviceCouldNotWriteOnceTheRestIsWritten() throws Exception {
        Path first = Files.write(directory.resolve("first"), new byte[LARGE]);
        Path second = Files.write(directory.resolve("second"), new byte[LARGE]);
        AtomicInteger syncs = new AtomicInteger();
        EarlySync device =
                new EarlySync(
                        StorageFaults.calling(operation -> {
                            if (syncs.incrementAndGet() == 1) {
                                throw new IOException("Input/output error");
                            }
                        }));
        device.begin(first, LARGE);
        device.begin(second, LARGE);

        assertThatThrownBy(device::close)
                .isInstanceOf(UnsyncedException.class)
                .hasMessageContaining("Input/output error");
        assertThat(syncs).hasValue(2);
    }

    @Test
    void leavesWhatVanishedToWhoeverReadsTheTreeBack() throws Exception {
        Path vanished = directory.resolve("vanished");
        Path there = Files.write(directory.resolve("there"), new byte[LARGE]);
        assertThatCode(
                        () -> {
                            try (EarlySync device = new EarlySync(StorageFaults.none())) {
                                device.begin(vanished, LARGE);
                                device.begin(there, LARGE);
                            }
                        })
                .doesNotThrowAnyException();
    }
}
