package org.metalayer.agent.system;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemVersion;

/** There is nothing behind it. */
final class ClosedDoor implements SystemDoor {

    @Override
    public Optional<BootedSystem> booted() {
        return Optional.empty();
    }

    @Override
    public Optional<BootEntry> entry(SystemVersion version) {
        return Optional.empty();
    }

    @Override
    public Map<Sha256, Extent> pieces(SystemFiles wanted) {
        return Map.of();
    }

    @Override
    public void ask(SystemOrder order) throws IOException {
        throw new IOException("this computer was not booted from a stick");
    }

    @Override
    public Optional<SystemAnswer> answer() {
        return Optional.empty();
    }
}
