package org.metalayer.agent.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.metalayer.agent.daemon.Contact;
import org.metalayer.agent.enrol.Enrolments;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.install.Journal;
import org.metalayer.agent.install.Phase;
import org.metalayer.agent.install.StagingProgress;
import org.metalayer.agent.pages.PagesRecord;
import org.metalayer.agent.program.AgentPlaces;
import org.metalayer.agent.program.Wellbeing;
import org.metalayer.agent.session.RenewalMemory;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.system.ImageDoor;
import org.metalayer.agent.system.OsRelease;
import org.metalayer.agent.system.SystemPlaces;
import org.metalayer.agent.usb.KernelRoots;
import org.metalayer.agent.usb.Medium;
import org.metalayer.protocol.system.SystemFiles;

/**
 * Reads what the page tells: a few small files. It takes no lock, writes nothing, looks neither at
 * the owner's content nor for the USB device, and what cannot be read keeps nothing else away.
 */
public final class FactsReader {

    private final StickDirectory stick;
    private final KernelRoots kernel;
    private final SystemPlaces system;
    private final AgentPlaces agents;
    private final Room room;
    private final DurableFiles files = new DurableFiles(StorageFaults.none());

    /**
     * @param system where the running system tells what it is
     * @param agents where the system chooses its agent
     */
    public FactsReader(
            StickDirectory stick, KernelRoots kernel, SystemPlaces system, AgentPlaces agents) {
        this(stick, kernel, system, agents, at -> Files.getFileStore(at).getUsableSpace());
    }

    FactsReader(
            StickDirectory stick,
            KernelRoots kernel,
            SystemPlaces system,
            AgentPlaces agents,
            Room room) {
        this.room = room;
        this.stick = stick;
        this.kernel = kernel;
        this.system = system;
        this.agents = agents;
    }

    /** How many bytes may still be written where something lies. */
    @FunctionalInterface
    interface Room {
        long at(Path place) throws IOException;
    }

    /** A part of the facts. */
    @FunctionalInterface
    private interface Part<T> {
        Optional<T> read() throws IOException;
    }

    Facts read() {
        List<String> troubles = new ArrayList<>();
        boolean reached = Files.exists(stick.root());
        return new Facts(
                reached,
                Files.exists(stick.config()),
                tried(StickConfig.file(stick, files)::read, troubles),
                tried(Enrolments.file(stick, files)::read, troubles),
                tried(Contact.file(stick, files)::read, troubles),
                tried(RenewalMemory.noticesFile(stick, files)::read, troubles).orElse(Set.of()),
                tried(() -> Optional.of(new Journal(stick, files).all()), troubles)
                        .map(all -> work(all, troubles))
                        .orElse(List.of()),
                tried(PagesRecord.file(stick, files)::read, troubles)
                        .flatMap(PagesRecord::address)
                        .map(Address::of),
                reached
                        && tried(
                                        () -> Optional.of(Medium.isReadOnly(stick.root(), kernel)),
                                        troubles)
                                .orElse(false),
                reached
                        ? tried(() -> Optional.of(room.at(stick.root())), troubles)
                                .map(OptionalLong::of)
                                .orElse(OptionalLong.empty())
                        : OptionalLong.empty(),
                troubles,
                OsRelease.imageVersion(system.osRelease()),
                tried(() -> Optional.of(new Wellbeing(stick, agents, files).version()), troubles));
    }

    StickDirectory stick() {
        return stick;
    }

    private List<Facts.Work> work(Collection<Installation> under, List<String> troubles) {
        return under.stream()
                .map(at -> new Facts.Work(at, percent(at), isStaged(at, troubles)))
                .toList();
    }

    private boolean isStaged(Installation at, List<String> troubles) {
        return at.component().equals(SystemFiles.COMPONENT)
                && tried(
                                () ->
                                        Optional.of(
                                                new ImageDoor(stick, files, system)
                                                        .isStaged(at.release().releaseId())),
                                troubles)
                        .orElse(false);
    }

    private OptionalInt percent(Installation at) {
        return at.phase() == Phase.DOWNLOADING
                ? StagingProgress.percent(stick, at)
                : OptionalInt.empty();
    }

    private static <T> Optional<T> tried(Part<T> part, List<String> troubles) {
        try {
            return part.read();
        } catch (DamagedStateException e) {
            troubles.add(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            troubles.add("the stick cannot be read: " + e);
        }
        return Optional.empty();
    }
}
