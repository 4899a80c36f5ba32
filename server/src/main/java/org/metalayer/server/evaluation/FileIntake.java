package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPack;
import org.metalayer.protocol.blob.BlobPackReader;
import org.metalayer.protocol.blob.DigestMismatchException;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.catalog.artifact.ArtifactBatch;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.catalog.artifact.ArtifactUpload;
import org.metalayer.server.platform.ProblemException;

/** Takes the files of reports: only those that a report of the sending stick awaits. */
@ApplicationScoped
class FileIntake {

    @Inject ContributorStanding standing;
    @Inject ArtifactStore artifacts;
    @Inject ReportQueries reports;
    @Inject InstantSource clock;

    /**
     * Stores all files of a pack or none, and returns how many.
     *
     * @param length of the pack in bytes; negative where its sender does not say it
     */
    int storePack(StickPrincipal stick, InputStream pack, int length) throws IOException {
        standing.requireContributor(stick);
        artifacts.space().require(BlobPack.MAX_PACK_SIZE);
        List<UUID> awaiting = reports.awaitingFiles(stick.stickId());
        AwaitedSizes sizes =
                new AwaitedSizes(digest -> artifacts.heldBeside(awaiting, digest, atOnce(length)));
        BlobPackReader reader =
                new BlobPackReader(
                        artifacts.space().watched(pack),
                        (digest, size) -> {
                            if (!sizes.has(digest, size)) {
                                // Not among those, stored meanwhile, sent before, or declared
                                // otherwise, too.
                                requireSize(digest, size, declared(awaiting, digest));
                                sizes.add(digest, size);
                            }
                        });
        try (ArtifactBatch batch = artifacts.batch()) {
            for (Optional<BlobPackReader.Blob> next = reader.next();
                    next.isPresent();
                    next = reader.next()) {
                BlobPackReader.Blob blob = next.get();
                batch.add(blob.digest(), blob.bytes());
            }
            int stored = batch.commit();
            reports.fed(stick.stickId(), batch.digests(), clock.instant());
            return stored;
        } catch (DigestMismatchException e) {
            throw ArtifactUpload.DIGEST_MISMATCH.because(
                    e.getMessage() + "; nothing of the pack was stored");
        }
    }

    /**
     * How many sizes are looked up together: no more than the pack can have files, so that memory
     * follows what is sent and not what is awaited, and no more than those of one report.
     */
    static int atOnce(int length) {
        return length < 0
                ? FileManifest.MAX_FILES
                : Math.min(FileManifest.MAX_FILES, length / BlobPack.FRAME_SIZE);
    }

    /** How much of an awaited file is here. */
    UploadProgress progress(StickPrincipal stick, Sha256 digest) {
        ArtifactUpload upload = upload(stick, digest);
        return stored(upload).orElseGet(() -> new UploadProgress(upload.offset(), false));
    }

    /** Appends the next part of an awaited file; the last one has its digest checked. */
    UploadProgress append(StickPrincipal stick, Sha256 digest, long offset, InputStream part) {
        ArtifactUpload upload = upload(stick, digest);
        return stored(upload).orElseGet(() -> append(stick, upload, digest, offset, part));
    }

    private UploadProgress append(
            StickPrincipal stick,
            ArtifactUpload upload,
            Sha256 digest,
            long offset,
            InputStream part) {
        long reached = upload.append(offset, artifacts.space().watched(part));
        if (reached > offset) {
            reports.fed(stick.stickId(), List.of(digest), clock.instant());
        }
        return stored(upload).orElseGet(() -> new UploadProgress(reached, false));
    }

    private static Optional<UploadProgress> stored(ArtifactUpload upload) {
        return upload.stored().map(size -> new UploadProgress(size, true));
    }

    private ArtifactUpload upload(StickPrincipal stick, Sha256 digest) {
        standing.requireContributor(stick);
        Set<Long> sizes = declared(reports.awaitingFiles(stick.stickId()), digest);
        return artifacts.upload(stick.stickId(), digest, sizes);
    }

    /** Where reports differ about a size, one that is wrong must not keep out the right one. */
    private Set<Long> declared(List<UUID> awaiting, Sha256 digest) {
        Set<Long> sizes = artifacts.held(awaiting, digest);
        if (sizes.isEmpty()) {
            throw notAwaited(digest);
        }
        return sizes;
    }

    private static void requireSize(Sha256 digest, long size, Set<Long> declared) {
        if (!declared.contains(size)) {
            throw ArtifactUpload.WRONG_SIZE.because(
                    "%s has %d bytes, its report declares %s"
                            .formatted(
                                    digest,
                                    size,
                                    declared.stream()
                                            .sorted()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(" or "))));
        }
    }

    private static ProblemException notAwaited(Sha256 digest) {
        return ReportProblems.FILE_NOT_AWAITED.because(
                "no report of this stick awaits %s: send the report first, then the files it misses"
                        .formatted(digest));
    }
}
