package org.metalayer.protocol.tuf.conformance;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.metalayer.protocol.tuf.client.FoundTarget;
import org.metalayer.protocol.tuf.client.HttpFetcher;
import org.metalayer.protocol.tuf.client.RefusedMetadataException;
import org.metalayer.protocol.tuf.client.VerifyingInputStream;

/**
 * Downloaded targets, each under its encoded path; one that is there and right is not fetched
 * again.
 */
record TargetFolder(Path directory, HttpFetcher fetcher) {
    void bring(FoundTarget target, String location) throws IOException {
        Path file = directory.resolve(URLEncoder.encode(target.path(), StandardCharsets.UTF_8));
        if (isThere(file, target)) {
            return;
        }
        Path fresh = Files.createTempFile(directory, ".", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(fresh)) {
                fetcher.fetchInto(location, target.file().length(), out);
            }
            verify(fresh, target);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static boolean isThere(Path file, FoundTarget target) throws IOException {
        try {
            verify(file, target);
            return true;
        } catch (NoSuchFileException | FileNotFoundException | RefusedMetadataException e) {
            return false;
        }
    }

    private static void verify(Path file, FoundTarget target) throws IOException {
        try (InputStream in = new VerifyingInputStream(Files.newInputStream(file), target.file())) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
