package org.metalayer.agent.system;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import org.metalayer.agent.files.SmallFile;
import org.metalayer.agent.stick.HardwareClass;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.trust.ReleaseTarget;
import org.metalayer.protocol.tuf.client.FoundTarget;
import org.metalayer.protocol.tuf.client.MetadataStore;
import org.metalayer.protocol.tuf.client.RefusedMetadataException;
import org.metalayer.protocol.tuf.client.RootPin;
import org.metalayer.protocol.tuf.client.Updater;
import org.metalayer.protocol.tuf.model.FileCheck;

/**
 * Finds out once more whether a system is signed by those who may, from the first root on the boot
 * partition: the agent that asks for it may have been taken over.
 */
final class VouchedSystem {

    private static final int MAX_ROOT = 512 << 10;

    private final StickDirectory stick;
    private final SystemPlaces places;
    private final InstantSource clock;

    VouchedSystem(StickDirectory stick, SystemPlaces places, InstantSource clock) {
        this.stick = stick;
        this.places = places;
        this.clock = clock;
    }

    /**
     * The release of that id.
     *
     * @throws IOException when nobody with authority vouches for it, now and for this stick
     */
    ReleaseDocument release(UUID id) throws IOException {
        try {
            String path = ReleaseRole.OS.targetPath(SystemFiles.COMPONENT, id);
            FoundTarget target =
                    updater()
                            .refresh(clock.instant())
                            .find(path)
                            .filter(found -> found.role().equals(ReleaseRole.OS.roleName()))
                            .orElseThrow(() -> new IOException("nobody who may speaks of " + path));
            ReleaseTarget named = ReleaseTarget.read(target.file().custom());
            if (!HardwareClass.fits(named.hardwareClasses())) {
                throw new IOException(
                        "it is for other sticks: " + String.join(", ", named.hardwareClasses()));
            }
            return document(id, target);
        } catch (RefusedMetadataException | MalformedDocumentException e) {
            throw new IOException("it is not vouched for: " + e.getMessage(), e);
        }
    }

    private ReleaseDocument document(UUID id, FoundTarget target) throws IOException {
        byte[] bytes = SmallFile.read(stick.release(id), Math.toIntExact(target.file().length()));
        FileCheck check = target.file().check();
        check.accept(bytes, 0, bytes.length);
        if (check.objection().isPresent()) {
            throw new IOException("its document is not the one that is signed");
        }
        ReleaseDocument release = ReleaseDocument.read(Json.parseObject(bytes));
        if (!release.releaseId().equals(id) || !release.component().equals(SystemFiles.COMPONENT)) {
            throw new IOException("its document is about something else");
        }
        return release;
    }

    private Updater updater() throws IOException {
        return new Updater(
                RootPin.ofBytes(firstRoot()),
                new MetadataStore(places.answers().resolve("trust")),
                new FolderFetcher(stick.systemRoots(), stick.trust()));
    }

    private byte[] firstRoot() throws IOException {
        Path root = places.firstRoot();
        try {
            return SmallFile.read(root, MAX_ROOT);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "the boot partition does not say whom to believe: there is no " + root, e);
        }
    }
}
