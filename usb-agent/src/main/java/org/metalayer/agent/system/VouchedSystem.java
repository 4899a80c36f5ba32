package org.metalayer.agent.system;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.metalayer.agent.files.SmallFile;
import org.metalayer.agent.stick.HardwareClass;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.trust.ReleaseTarget;
import org.metalayer.protocol.tuf.client.FoundTarget;
import org.metalayer.protocol.tuf.client.MetadataStore;
import org.metalayer.protocol.tuf.client.RefusedMetadataException;
import org.metalayer.protocol.tuf.client.RootPin;
import org.metalayer.protocol.tuf.client.Updater;
import org.metalayer.protocol.tuf.model.FileCheck;

/**
 * Finds out once more whether a system, or an agent, is signed by those who may, from the first
 * root on the boot partition: the agent that asks for it may have been taken over.
 */
public final class VouchedSystem {

    /** Bytes of a release's document, at most. */
    public static final int MAX_DOCUMENT = 8 << 20;

    private static final int MAX_ROOT = 512 << 10;

    private final StickDirectory stick;
    private final Path firstRoot;
    private final Path store;
    private final ReleaseRole role;
    private final ComponentName component;

    /**
     * @param store what was verified before, where only root may write
     */
    public VouchedSystem(StickDirectory stick, Path firstRoot, Path store, ReleaseRole role) {
        this.stick = stick;
        this.firstRoot = firstRoot;
        this.store = store;
        this.role = role;
        this.component = new ComponentName(role.wire());
    }

    /**
     * The release of that id.
     *
     * @param document as it lies here
     * @throws NotVouchedException when those who may do not vouch for it, or not for this stick; or
     *     somebody else says so, or they only did before
     * @throws IOException when that cannot be found out
     */
    public ReleaseDocument release(UUID id, byte[] document, Instant now) throws IOException {
        try {
            String path = role.targetPath(component, id);
            FoundTarget target =
                    updater()
                            .refresh(now)
                            .find(path)
                            .filter(found -> found.role().equals(role.roleName()))
                            .orElseThrow(() ->
                                    new NotVouchedException("nobody who may speaks of " + path));
            ReleaseTarget named = ReleaseTarget.read(target.file().custom());
            if (!HardwareClass.fits(named.hardwareClasses())) {
                throw new NotVouchedException(
                        "it is for other sticks: " + String.join(", ", named.hardwareClasses()));
            }
            return read(id, document, target);
        } catch (RefusedMetadataException e) {
            String why = "it is not vouched for: " + e.getMessage();
            throw switch (e.reason()) {
                case SIGNATURE, NOT_PINNED, ROLLBACK -> new NotVouchedException(why);
                default -> new IOException(why, e);
            };
        } catch (MalformedDocumentException e) {
            throw new IOException("it is not vouched for: " + e.getMessage(), e);
        }
    }

    private ReleaseDocument read(UUID id, byte[] bytes, FoundTarget target) throws IOException {
        FileCheck check = target.file().check();
        check.accept(bytes, 0, bytes.length);
        if (check.objection().isPresent()) {
            throw new NotVouchedException("its document is not the one that is signed");
        }
        ReleaseDocument release = ReleaseDocument.read(Json.parseObject(bytes));
        if (!release.releaseId().equals(id) || !release.component().equals(component)) {
            throw new NotVouchedException("its document is about something else");
        }
        return release;
    }

    private Updater updater() throws IOException {
        return new Updater(
                RootPin.ofBytes(firstRoot()),
                new MetadataStore(store),
                new FolderFetcher(stick.systemRoots(), stick.trust()));
    }

    private byte[] firstRoot() throws IOException {
        try {
            return SmallFile.read(firstRoot, MAX_ROOT);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "the boot partition does not say whom to believe: there is no " + firstRoot, e);
        }
    }
}
