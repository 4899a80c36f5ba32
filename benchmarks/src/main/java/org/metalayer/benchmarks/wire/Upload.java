package org.metalayer.benchmarks.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPack;
import org.metalayer.protocol.blob.BlobPackWriter;

/**
 * Uploads the files of a report: small ones in packs, large ones in pieces. The packs are made
 * before anything is sent, as by the agent when its owner reports, and are as large as may be.
 */
final class Upload {
    private static final String PATH = "/api/v1/stick/blobs";

    /** As an agent sends them (docs/protocol.md §5 allows up to 16 MiB). */
    private static final int PIECE = 4 << 20;

    private final List<byte[]> packs = new ArrayList<>();
    private final Map<Sha256, Path> large = new LinkedHashMap<>();
    private final ByteArrayOutputStream pack = new ByteArrayOutputStream();

    private Upload() {}

    static Upload of(Map<Sha256, Path> files) throws IOException {
        Upload upload = new Upload();
        for (Map.Entry<Sha256, Path> file : files.entrySet()) {
            upload.add(file.getKey(), file.getValue());
        }
        upload.endPack();
        return upload;
    }

    /** Sends everything: no Main System has seen any of it. */
    void send(Http session) throws IOException {
        for (byte[] each : packs) {
            Http.expect(
                    session.with("Content-Type", BlobPack.MEDIA_TYPE)
                            .send("POST", PATH, BodyPublishers.ofByteArray(each)),
                    200);
        }
        for (Map.Entry<Sha256, Path> file : large.entrySet()) {
            sendPieces(session, file.getKey(), file.getValue());
        }
    }

    private void add(Sha256 digest, Path file) throws IOException {
        if (Files.size(file) > BlobPack.MAX_BLOB_SIZE) {
            large.put(digest, file);
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        if (pack.size() + BlobPack.FRAME_SIZE + bytes.length > BlobPack.MAX_PACK_SIZE) {
            endPack();
        }
        new BlobPackWriter(pack).add(digest, bytes.length, new ByteArrayInputStream(bytes));
    }

    private void endPack() {
        if (pack.size() > 0) {
            packs.add(pack.toByteArray());
            pack.reset();
        }
    }

    private static void sendPieces(Http session, Sha256 digest, Path file) throws IOException {
        Http octets = session.with("Content-Type", "application/octet-stream");
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            for (long offset = 0; offset < channel.size(); offset = channel.position()) {
                Http.expect(
                        octets.with("Upload-Offset", Long.toString(offset))
                                .send(
                                        "PATCH",
                                        PATH + "/" + digest,
                                        BodyPublishers.ofByteArray(next(channel))),
                        204);
            }
        }
    }

    /** From where the channel stands; the last piece is shorter. */
    private static byte[] next(SeekableByteChannel channel) throws IOException {
        ByteBuffer piece =
                ByteBuffer.allocate((int) Math.min(PIECE, channel.size() - channel.position()));
        while (piece.hasRemaining()) {
            if (channel.read(piece) < 0) {
                throw new EOFException("the file became shorter");
            }
        }
        return piece.array();
    }
}
