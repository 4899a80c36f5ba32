package org.metalayer.agent.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.trust.TrustedFeed;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.trust.NamedTarget;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.trust.ReleaseTarget;
import org.metalayer.protocol.tuf.client.FoundTarget;
import org.metalayer.protocol.tuf.model.FileCheck;

/**
 * Fetches releases. One is believed only when its own role vouches for exactly what the director
 * named: neither can do anything without the other.
 */
public final class Releases {

    private final TrustedFeed trusted;
    private final StickDirectory stick;
    private final DurableFiles files;

    public Releases(TrustedFeed trusted, StickDirectory stick, DurableFiles files) {
        this.trusted = trusted;
        this.stick = stick;
        this.files = files;
    }

    /**
     * The release that the director named, from the stick when it was fetched before. Who vouches
     * for it is looked up each time: what was signed yesterday may be revoked today.
     *
     * @throws RefusedReleaseException when nobody with authority vouches for that one
     * @throws BrokenReleaseException when it is, and cannot be installed by anyone
     */
    public ReleaseDocument fetch(ReleaseRef wanted) throws IOException {
        FoundTarget target = vouchedFor(wanted);
        return read(document(wanted, target), wanted, target);
    }

    /**
     * Keeps every root from the second to the one in force as a file of its own, for whoever finds
     * out by themselves whom to believe.
     */
    public void keepRoots(Path directory) throws IOException {
        files.createDirectories(directory);
        for (long version = 2; version <= trusted.rootVersion(); version++) {
            Path file = directory.resolve(version + ".root.json");
            if (Files.notExists(file)) {
                files.replace(file, trusted.fetchRoot(version));
            }
        }
    }

    /** Has the newest word of those who speak of a path lie on the stick. */
    public void keepWord(String path) throws IOException {
        trusted.find(path);
    }

    /** Forgets a release that was fetched. */
    public void forget(UUID releaseId) throws IOException {
        files.delete(stick.release(releaseId));
    }

    private byte[] document(ReleaseRef wanted, FoundTarget target) throws IOException {
        Path file = stick.release(wanted.releaseId());
        try {
            byte[] kept = Files.readAllBytes(file);
            FileCheck check = target.file().check();
            if (check.accept(kept, 0, kept.length) && check.objection().isEmpty()) {
                return kept;
            }
        } catch (NoSuchFileException e) {
            // Not fetched yet.
        }
        byte[] fetched = trusted.fetch(target);
        files.createDirectories(file.resolveSibling(""));
        files.replace(file, fetched);
        return fetched;
    }

    /** Both have to name the same digest, length, version and hardware classes. */
    private FoundTarget vouchedFor(ReleaseRef wanted) throws IOException {
        NamedTarget named =
                wanted.target()
                        .orElseThrow(() ->
                                refused(wanted, "the deployment manifest names no target for it"));
        FoundTarget found =
                trusted.find(named.path())
                        .orElseThrow(
                                () -> refused(wanted, "nobody who may speaks of " + named.path()));
        boolean agree =
                found.file().hashes().sha256().filter(wanted.sha256()::equals).isPresent()
                        && found.file().length() == named.length();
        if (!agree || !custom(wanted, found).equals(asNamed(wanted, named))) {
            throw refused(wanted, "%s says something else of it".formatted(found.role()));
        }
        return found;
    }

    private static ReleaseTarget asNamed(ReleaseRef wanted, NamedTarget named) {
        return new ReleaseTarget(
                wanted.releaseId(), wanted.component(), wanted.version(), named.hardwareClasses());
    }

    private static ReleaseTarget custom(ReleaseRef wanted, FoundTarget found)
            throws RefusedReleaseException {
        try {
            return ReleaseTarget.read(found.file().custom());
        } catch (MalformedDocumentException e) {
            throw refused(wanted, "%s: %s".formatted(found.role(), e.getMessage()));
        }
    }

    private static ReleaseDocument read(byte[] document, ReleaseRef wanted, FoundTarget target)
            throws IOException {
        try {
            ReleaseDocument release = ReleaseDocument.read(Json.parseObject(document));
            boolean named =
                    release.releaseId().equals(wanted.releaseId())
                            && release.component().equals(wanted.component())
                            && release.version() == wanted.version();
            if (!named) {
                throw new BrokenReleaseException(
                        "release %s says of itself that it is another one"
                                .formatted(wanted.releaseId()));
            }
            ReleaseRole role = ReleaseRole.of(release.component(), release.files());
            // The path too: another role could delegate to one of the same name, but only the true
            // one is asked for its own paths.
            boolean isRolesOwn =
                    role.roleName().equals(target.role())
                            && role.targetPath(release.component(), release.releaseId())
                                    .equals(target.path());
            if (!isRolesOwn) {
                throw refused(
                        wanted,
                        "it is signed as %s, but what it holds needs the signatures of %s"
                                .formatted(target.path(), role.roleName()));
            }
            return release;
        } catch (MalformedDocumentException e) {
            throw new BrokenReleaseException(
                    "release %s: %s".formatted(wanted.releaseId(), e.getMessage()), e);
        }
    }

    private static RefusedReleaseException refused(ReleaseRef wanted, String why) {
        return new RefusedReleaseException(
                "release %s of %s is not installed: %s"
                        .formatted(wanted.version(), wanted.component(), why));
    }
}
