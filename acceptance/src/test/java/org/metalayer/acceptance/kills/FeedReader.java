package org.metalayer.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Reply;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.trust.NamedTarget;
import org.metalayer.protocol.tuf.client.Fetcher;
import org.metalayer.protocol.tuf.client.FoundTarget;
import org.metalayer.protocol.tuf.client.MetadataStore;
import org.metalayer.protocol.tuf.client.RootPin;
import org.metalayer.protocol.tuf.client.TrustedTargets;
import org.metalayer.protocol.tuf.client.Updater;
import org.metalayer.protocol.tuf.model.FileCheck;

/**
 * Reads a feed to the last file, with the client that sticks have. One reader remembers what it has
 * seen, as a stick does: it refuses whatever is older.
 *
 * @param memory where it keeps the metadata that it trusts
 */
record FeedReader(RootPin pin, Path memory) {

    /** Where a feed lies. */
    @FunctionalInterface
    interface Place {
        Optional<byte[]> file(String path) throws IOException;
    }

    /** The directory, as any web server would serve it. */
    static Place directory(Path feed) {
        return path -> {
            try {
                return Optional.of(Files.readAllBytes(feed.resolve(path)));
            } catch (NoSuchFileException missing) {
                return Optional.empty();
            }
        };
    }

    static Place served(MainSystem system) {
        return path -> {
            Reply reply = system.anonymous().get("/feed/v1/" + path);
            return reply.status() == 404 ? Optional.empty() : Optional.of(reply.expect(200).body());
        };
    }

    /** What should run now. Everything that it names must be there, and be what was signed. */
    DeploymentManifest readAll(Place feed) throws IOException {
        TrustedTargets targets =
                new Updater(pin, new MetadataStore(memory), fetcher(feed)).refresh(Instant.now());
        DeploymentManifest manifest =
                DeploymentManifest.read(Json.parseObject(target(targets, Director.MANIFEST, feed)));
        for (DeploymentEntry entry : manifest.entries()) {
            String path = entry.target().map(NamedTarget::path).orElseThrow();
            byte[] document = target(targets, path, feed);
            assertThat(Sha256.of(document)).isEqualTo(entry.releaseSha256());
            for (FileEntry file :
                    ReleaseDocument.read(Json.parseObject(document)).files().entries()) {
                assertThat(feed.file("blobs/" + file.sha256()).map(Sha256::of))
                        .as("%s of %s", file.path(), path)
                        .contains(file.sha256());
            }
        }
        return manifest;
    }

    private static byte[] target(TrustedTargets targets, String path, Place feed)
            throws IOException {
        FoundTarget found = targets.find(path).orElseThrow();
        byte[] bytes = feed.file("targets/" + targets.location(found)).orElseThrow();
        FileCheck check = found.file().check();
        check.accept(bytes, 0, bytes.length);
        assertThat(check.objection()).as(path).isEmpty();
        return bytes;
    }

    private static Fetcher fetcher(Place feed) {
        return (file, maxLength, knownTag) ->
                feed.file("metadata/" + file)
                        .<Fetcher.Fetched>map(bytes -> new Fetcher.Found(bytes, Optional.empty()))
                        .orElseGet(Fetcher.Missing::new);
    }
}
