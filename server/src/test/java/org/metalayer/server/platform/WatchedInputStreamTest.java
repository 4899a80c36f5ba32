package org.metalayer.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WatchedInputStreamTest {

    private static final int STEP = WatchedInputStream.STEP;
    private static final int HEADROOM = 1_000;

    private final byte[] sent = new byte[3 * STEP + 17];
    private final ByteArrayOutputStream disk = new ByteArrayOutputStream();

    @Test
    void aBodyEndsAsSoonAsAnotherOneHasTakenItsRoom() {
        InputStream body = space(3 * STEP).watched(new ByteArrayInputStream(sent));

        assertThatThrownBy(() -> body.transferTo(disk))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemType.STORAGE_FULL));
        assertThat(disk.size()).isEqualTo(3 * STEP);
    }

    @Test
    void whatHasRoomComesAsItIs() throws IOException {
        new Random(1).nextBytes(sent);
        InputStream body = space(4 * STEP).watched(new ByteArrayInputStream(sent));

        disk.write(body.read());
        body.transferTo(disk);

        assertThat(disk.toByteArray()).isEqualTo(sent);
    }

    private DiskSpace space(int room) {
        return new DiskSpace(() -> room + HEADROOM - disk.size(), HEADROOM);
    }
}
