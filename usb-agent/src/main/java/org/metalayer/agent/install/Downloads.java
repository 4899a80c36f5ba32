package org.metalayer.agent.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.net.Call;
import org.metalayer.agent.net.Download;
import org.metalayer.agent.net.MainSystem;
import org.metalayer.agent.net.OfflineException;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.FileEntry;

/**
 * Fetches files of releases by digest (docs/protocol.md §7). What has arrived stays on the stick,
 * and the next attempt goes on from there.
 */
final class Downloads {

    /**
     * Written at once: as much as stays in the processor's cache until it is hashed. Not synced:
     * what a power cut spoils, the digest finds at the end.
     */
    private static final int PIECE = 256 << 10;

    /** Attempts that bring nothing at all; those that bring something do not count. */
    private static final int FRUITLESS = 3;

    private final MainSystem server;
    private final StickDirectory stick;
    private final DurableFiles files;

    Downloads(MainSystem server, StickDirectory stick, DurableFiles files) {
        this.server = server;
        this.stick = stick;
        this.files = files;
    }

    /** Bytes of a file that have arrived already. */
    long arrived(FileEntry file) throws IOException {
        Path partial = stick.partial(file.sha256());
        return Files.exists(partial) ? Math.min(Files.size(partial), file.size()) : 0;
    }

    /**
     * The complete file, its digest checked.
     *
     * @param leave to go on: a line that is slow enough could hold a stick for ever
     * @throws WrongContentException when the Main System sends something else
     * @throws OfflineException when the line is lost too often
     */
    Path fetch(FileEntry file, Leave leave) throws IOException {
        files.createDirectories(stick.partial());
        Path partial = stick.partial(file.sha256());
        boolean goesOn = Files.exists(partial);
        boolean right = complete(file, partial, leave);
        if (!right && goesOn) {
            // What lay here was not the beginning of this file: it is fetched as a whole.
            files.delete(partial);
            right = complete(file, partial, leave);
        }
        if (!right) {
            files.delete(partial);
            throw new WrongContentException(file);
        }
        return partial;
    }

    /** Fetches what is missing; says whether the whole is what it must be. */
    private boolean complete(FileEntry file, Path partial, Leave leave) throws IOException {
        Arrival arrival = Arrival.of(partial);
        int fruitless = 0;
        long most = arrival.size();
        while (arrival.size() < file.size() || Files.notExists(partial)) {
            try {
                leave.require();
                arrival = receive(file, partial, arrival, leave);
            } catch (OfflineException e) {
                arrival = Arrival.of(partial);
                // The most there ever was counts: a file that ends too early comes again and again.
                fruitless = arrival.size() > most ? 0 : fruitless + 1;
                most = Math.max(most, arrival.size());
                if (fruitless >= FRUITLESS) {
                    throw e;
                }
            }
        }
        return arrival.size() == file.size() && arrival.digest().equals(file.sha256());
    }

    private Arrival receive(FileEntry file, Path partial, Arrival sofar, Leave leave)
            throws IOException {
        Call call = Call.get("/feed/v1/blobs/" + file.sha256());
        boolean resume = sofar.size() > 0;
        try (Download download =
                server.open(resume ? call.with("Range", "bytes=" + sofar.size() + "-") : call)) {
            if (download.isBehindTheEnd()) {
                files.delete(partial);
                throw new OfflineException(
                        "what had arrived was longer than the file", Optional.empty());
            }
            Arrival arrival = sofar;
            if (resume && !download.continuesAt(sofar.size())) {
                files.delete(partial);
                arrival = Arrival.of(partial);
            }
            return append(download.body(), file, partial, arrival, leave);
        }
    }

    private Arrival append(
            InputStream body, FileEntry file, Path partial, Arrival sofar, Leave leave)
            throws IOException {
        MessageDigest digest = sofar.running();
        long size = sofar.size();
        byte[] buffer = new byte[(int) Math.min(PIECE, Math.max(file.size() - size, 1) + 1)];
        boolean open = true;
        while (open && size <= file.size()) {
            leave.require();
            Piece piece = Piece.read(body, buffer);
            if (piece.length() > 0 || Files.notExists(partial)) {
                files.unsynced().append(partial, ByteBuffer.wrap(buffer, 0, piece.length()));
            }
            digest.update(buffer, 0, piece.length());
            size += piece.length();
            if (piece.broken().isPresent() && size < file.size()) {
                throw new OfflineException(
                        "the line broke during a download", piece.broken().get());
            }
            open = piece.length() == buffer.length;
        }
        if (size < file.size()) {
            throw new OfflineException("the download ended early", Optional.empty());
        }
        return new Arrival(size, digest);
    }
}
