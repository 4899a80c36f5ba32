package org.metalayer.agent.system;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.Optional;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.SmallFile;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.trust.ReleaseRole;

/**
 * Carries out orders with the right to write what a computer boots. It does what the fleet's keys
 * vouch for and nothing else: whoever asks may only choose the moment.
 */
public final class SystemDesk {

    private final StickDirectory stick;
    private final SystemPlaces places;
    private final SystemStorage storage;
    private final DurableFiles files;
    private final InstantSource clock;

    public SystemDesk(
            StickDirectory stick,
            SystemPlaces places,
            SystemStorage storage,
            DurableFiles files,
            InstantSource clock) {
        this.stick = stick;
        this.places = places;
        this.storage = storage;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Does what was asked for last, unless that is done already or was asked for before the
     * computer was started anew.
     *
     * @return what came of it; empty when there was nothing to do
     */
    public Optional<SystemAnswer> serve() throws IOException {
        SystemOrder order = order();
        ImageDoor door = new ImageDoor(stick, files, places);
        BootedSystem booted =
                door.booted()
                        .orElseThrow(() -> new IOException("this is no system of a stick's image"));
        boolean done =
                door.answer()
                        .filter(it -> it.order().equals(order) && it.trouble().isEmpty())
                        .isPresent();
        if (done || !order.boot().equals(booted.boot())) {
            return Optional.empty();
        }
        SystemAnswer answer = new SystemAnswer(order, carryOut(order, booted));
        ImageDoor.answers(places, files).write(answer);
        return Optional.of(answer);
    }

    private SystemOrder order() throws IOException {
        try {
            return SystemOrder.read(
                    Json.parseObject(SmallFile.read(stick.systemOrder(), SystemOrder.MAX_LENGTH)));
        } catch (MalformedDocumentException | IllegalArgumentException e) {
            throw new IOException("the order cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<SystemAnswer.Trouble> carryOut(SystemOrder order, BootedSystem booted) {
        try {
            SystemUpgrade upgrade = new SystemUpgrade(storage);
            switch (order.deed()) {
                case STAGE -> upgrade.stage(image(order, booted));
                case FORGET -> upgrade.forget();
                case RETURN -> upgrade.leave();
            }
            return Optional.empty();
        } catch (MalformedDocumentException e) {
            return Optional.of(new SystemAnswer.Trouble(String.valueOf(e.getMessage()), true));
        } catch (IOException e) {
            return Optional.of(new SystemAnswer.Trouble(reason(e), false));
        }
    }

    /**
     * The system of a release, after all of it was read once.
     *
     * @throws MalformedDocumentException when the release is none that can be staged here
     */
    private SystemImage image(SystemOrder order, BootedSystem booted) throws IOException {
        ReleaseDocument release =
                new VouchedSystem(
                                stick,
                                places.firstRoot(),
                                places.answers().resolve("trust"),
                                ReleaseRole.OS)
                        .release(
                                order.release(),
                                SmallFile.read(
                                        stick.release(order.release()), VouchedSystem.MAX_DOCUMENT),
                                clock.instant());
        SystemFiles parts = SystemFiles.of(release.files());
        PieceSource source =
                PieceSource.staged(
                        stick.staging(SystemFiles.COMPONENT),
                        new RunningSystem(places).pieces(parts));
        SystemDescriptor descriptor =
                SystemDescriptor.of(Json.parseObject(source.read(parts.descriptor())));
        if (descriptor.version().compareTo(booted.version()) <= 0) {
            throw new MalformedDocumentException(
                    "the stick runs version %s, and goes to a higher one only, not to %s"
                            .formatted(booted.version(), descriptor.version()));
        }
        source.requireAll(parts.all().iterator());
        return new PieceImage(descriptor, parts, source);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
