package org.metalayer.agent.report;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.metalayer.agent.net.Answer;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.ProblemException;
import org.metalayer.agent.net.UnexpectedAnswerException;
import org.metalayer.agent.session.Sessions;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.blob.BlobPack;
import org.metalayer.protocol.blob.BlobPackReader;
import org.metalayer.protocol.blob.BlobPackWriter;

/**
 * Sends a report's files: small ones in packs, large ones piece by piece, going on where the last
 * attempt ended (docs/protocol.md §5).
 */
final class BlobUpload {

    private static final String BLOBS = "/api/v1/stick/blobs";

    /** Below the protocol's 16 MiB: what is lost when a line breaks is sent again. */
    private static final int PIECE = 4 << 20;

    private final Sessions sessions;

    BlobUpload(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Sends those of the report's packed files that are missing. */
    void sendPacks(Path directory, Set<Sha256> missing) throws IOException {
        for (Path file : PackFiles.in(directory)) {
            byte[] pack = pick(file, missing);
            if (pack.length > 0) {
                sessions.send(Call.post(BLOBS, BlobPack.MEDIA_TYPE, pack));
            }
        }
    }

    /**
     * Sends one large file from where the Main System has it. One that is missing although all its
     * bytes are there could not be stored then: an empty piece has it tried again.
     */
    void sendLarge(Path file, Sha256 digest) throws IOException {
        String path = BLOBS + "/" + digest;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long offset = offset(sessions.send(Call.head(path)));
            try {
                sendFrom(offset, channel, path);
            } catch (ProblemException e) {
                if (offset == 0 || !e.is("digest-mismatch")) {
                    throw e;
                }
                // What was there was of something else, and was dropped: now all is from here.
                sendFrom(offset(sessions.send(Call.head(path))), channel, path);
            }
        }
    }

    private void sendFrom(long begin, SeekableByteChannel channel, String path) throws IOException {
        long size = channel.size();
        long offset = begin;
        do {
            long next = sendPiece(channel, path, offset);
            if (next < 0 || next > size) {
                throw new UnexpectedAnswerException(
                        "the Main System says it has %s of %s bytes".formatted(next, size));
            }
            offset = next;
        } while (offset < size);
    }

    /** The offset after the piece, or the one from which the Main System wants to go on. */
    private long sendPiece(SeekableByteChannel channel, String path, long offset)
            throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        channel.position(offset);
        int read = 0;
        while (piece.hasRemaining() && read >= 0) {
            read = channel.read(piece);
        }
        byte[] bytes = Arrays.copyOf(piece.array(), piece.position());
        try {
            return offset(
                    sessions.send(
                            Call.patch(path, bytes).with("Upload-Offset", String.valueOf(offset))));
        } catch (ProblemException e) {
            if (e.is("wrong-offset")) {
                return offset(sessions.send(Call.head(path)));
            }
            throw e;
        }
    }

    private static long offset(Answer answer) throws UnexpectedAnswerException {
        return answer.header("Upload-Offset")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(
                        () -> new UnexpectedAnswerException("the answer has no Upload-Offset"));
    }

    private static byte[] pick(Path packFile, Set<Sha256> missing) throws IOException {
        ByteArrayOutputStream picked = new ByteArrayOutputStream();
        BlobPackWriter writer = new BlobPackWriter(picked);
        try (var in = new BufferedInputStream(Files.newInputStream(packFile))) {
            BlobPackReader reader = new BlobPackReader(in);
            for (Optional<BlobPackReader.Blob> blob = reader.next();
                    blob.isPresent();
                    blob = reader.next()) {
                Sha256 digest = blob.get().digest();
                if (missing.contains(digest)) {
                    byte[] bytes = new byte[blob.get().bytes().remaining()];
                    blob.get().bytes().get(bytes);
                    writer.add(digest, bytes.length, new ByteArrayInputStream(bytes));
                }
            }
        }
        return picked.toByteArray();
    }
}
