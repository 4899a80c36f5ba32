package org.metalayer.acceptance.boot;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a computer is given by where it stands.
 *
 * @param network whether there is one
 * @param clock what its clock shows when it is switched on, in UTC; empty for the time
 */
record Circumstances(boolean network, Optional<LocalDateTime> clock) {

    static final Circumstances USUAL = new Circumstances(true, Optional.empty());

    /** How the emulator is told. */
    List<String> options() {
        return List.of(
                "-nic",
                network ? "user,model=virtio-net-pci" : "none",
                "-rtc",
                "base=" + clock.map(LocalDateTime::toString).orElse("utc"));
    }
}
