package org.metalayer.acceptance.boot;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a computer is given by where it stands.
 *
 * @param network whether there is one
 * @param clock what its clock shows when it is switched on, in UTC; empty for the time
 * @param memory in megabytes
 */
record Circumstances(boolean network, Optional<LocalDateTime> clock, int memory) {
    private static final int ENOUGH = 1024;

    static final Circumstances USUAL = new Circumstances(true, Optional.empty(), ENOUGH);

    /** What a browser takes. */
    static final Circumstances ROOMY = new Circumstances(true, Optional.empty(), 2 * ENOUGH);

    /** Cut off from everything. */
    static final Circumstances ALONE = new Circumstances(false, Optional.empty(), ENOUGH);

    /** The usual ones elsewhere. */
    static Circumstances of(boolean network, LocalDateTime clock) {
        return new Circumstances(network, Optional.of(clock), ENOUGH);
    }

    /** How the emulator is told. */
    List<String> options() {
        return List.of(
                "-m",
                Integer.toString(memory),
                "-nic",
                network ? "user,model=virtio-net-pci" : "none",
                "-rtc",
                "base=" + clock.map(LocalDateTime::toString).orElse("utc"));
    }
}
