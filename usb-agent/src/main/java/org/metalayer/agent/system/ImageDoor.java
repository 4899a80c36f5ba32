package org.metalayer.agent.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemVersion;

/**
 * The door of an image: an order is a file that a unit of the system waits for ({@code
 * metalayer-upgrade.path}), and so is its answer.
 */
public final class ImageDoor implements SystemDoor {

    private final RunningSystem running;
    private final StateFile<SystemOrder> orders;
    private final StateFile<SystemAnswer> answers;

    public ImageDoor(StickDirectory stick, DurableFiles files, SystemPlaces places) {
        this.running = new RunningSystem(places);
        this.orders = orders(stick.systemOrder(), files);
        this.answers = answers(places, files);
    }

    static StateFile<SystemOrder> orders(Path file, DurableFiles files) {
        return new StateFile<>(files, file, SystemOrder::read, SystemOrder::write);
    }

    static StateFile<SystemAnswer> answers(SystemPlaces places, DurableFiles files) {
        return new StateFile<>(files, places.answer(), SystemAnswer::read, SystemAnswer::write);
    }

    @Override
    public Optional<BootedSystem> booted() throws IOException {
        return running.booted();
    }

    @Override
    public Optional<BootEntry> entry(SystemVersion version) throws IOException {
        return running.entry(version);
    }

    @Override
    public Map<Sha256, Extent> pieces(SystemFiles wanted) throws IOException {
        return running.pieces(wanted);
    }

    @Override
    public void ask(SystemOrder order) throws IOException {
        orders.write(order);
    }

    /** A damaged answer is none: what was ordered is ordered again. */
    @Override
    public Optional<SystemAnswer> answer() throws IOException {
        try {
            return answers.read();
        } catch (DamagedStateException _) {
            return Optional.empty();
        }
    }

    /** Whether a release is in the other slot, so that the next start tries it. */
    public boolean isStaged(UUID release) throws IOException {
        Optional<String> boot = booted().map(BootedSystem::boot);
        return answer().filter(it -> it.trouble().isEmpty())
                .map(SystemAnswer::order)
                .filter(order -> order.deed() == SystemOrder.Deed.STAGE)
                .filter(order -> order.release().equals(release))
                .filter(order -> boot.equals(Optional.of(order.boot())))
                .isPresent();
    }
}
