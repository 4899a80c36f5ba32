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
import java.util.Map;
import java.util.Set;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPack;
import org.metalayer.protocol.blob.BlobPackWriter;

/** Uploads the files of a report: small ones in packs, large ones in pieces. */
final class Upload {
    private static final String PATH = "/api/v1/stick/blobs";

    /** As an agent sends them (docs/protocol.md §5 allows up to 16 MiB). */
    private static final int PIECE = 4 << 20;

    private final Http session;
    private final Map<Sha256, Path> files;
    private final ByteArrayOutputStream pack = new ByteArrayOutputStream();

    private Upload(Http session, Map<Sha256, Path> files) {
        this.session = session;
        this.files = files;
    }

    static Upload of(Http session, Map<Sha256, Path> files) {
        return new Upload(session, files);
    }

    /** Sends those that are missing. */
    void send(Set<Sha256> missing) throws IOException {
        for (Map.Entry<Sha256, Path> file : files.entrySet()) {
            if (missing.contains(file.getKey())) {
                send(file.getKey(), file.getValue());
            }
        }
        sendPack();
    }

    private void send(Sha256 digest, Path file) throws IOException {
        if (Files.size(file) > BlobPack.MAX_BLOB_SIZE) {
            sendPieces(digest, file);
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        if (pack.size() + BlobPack.FRAME_SIZE + bytes.length > BlobPack.MAX_PACK_SIZE) {
            sendPack();
        }
        new BlobPackWriter(pack).add(digest, bytes.length, new ByteArrayInputStream(bytes));
    }

    private void sendPack() throws IOException {
        if (pack.size() > 0) {
            Http.expect(
                    session.with("Content-Type", BlobPack.MEDIA_TYPE)
                            .send("POST", PATH, BodyPublishers.ofByteArray(pack.toByteArray())),
                    200);
            pack.reset();
        }
    }

    private void sendPieces(Sha256 digest, Path file) throws IOException {
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
