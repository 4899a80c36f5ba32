package org.metalayer.server.evaluation.vetting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes archives as no packer of good will would. */
final class Packed {

    private Packed() {}

    interface Filling<T> {
        void fill(T out) throws IOException;
    }

    static byte[] zip(String name, byte[] content) {
        return zip(out -> add(out, new ZipArchiveEntry(name), content));
    }

    static byte[] zip(String name, int unixMode, byte[] content) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(unixMode);
        return zip(out -> add(out, entry, content));
    }

    static byte[] zip(Filling<ZipArchiveOutputStream> filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            filling.fill(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void add(ZipArchiveOutputStream out, ZipArchiveEntry entry, byte[] content)
            throws IOException {
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    static byte[] tar(String name, byte type, String link, int mode, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
            entry.setLinkName(link);
            entry.setMode(mode);
            entry.setSize(content.length);
            out.putArchiveEntry(entry);
            out.write(content);
            out.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A zip in a zip, {@code depth} times around {@code content}. */
    static byte[] nested(int depth, byte[] content) {
        byte[] packed = content;
        for (int i = 0; i < depth; i++) {
            packed = zip(i == 0 ? "inner.txt" : "inner.zip", packed);
        }
        return packed;
    }

    /**
     * A zip whose first table of contents has a file that the second one does not list: the entry
     * is taken out of the table at the end, and its count corrected.
     */
    static byte[] unlisted() {
        byte[] whole =
                zip(out -> {
                    add(out, new ZipArchiveEntry("readme.txt"), new byte[] {'o', 'k'});
                    add(out, new ZipArchiveEntry("bad.js"), new byte[] {'b', 'a', 'd'});
                });
        int central = indexOf(whole, new byte[] {'P', 'K', 1, 2}, 0);
        int second = indexOf(whole, new byte[] {'P', 'K', 1, 2}, central + 4);
        int end = indexOf(whole, new byte[] {'P', 'K', 5, 6}, 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole, 0, second);
        byte[] last = Arrays.copyOfRange(whole, end, whole.length);
        last[8] = 1;
        last[10] = 1;
        last[12] = (byte) (second - central);
        out.writeBytes(last);
        return out.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] sought, int from) {
        for (int i = from; i + sought.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        throw new IllegalStateException("no such record");
    }

    /** Says that it is encrypted, as far as a reader looks. */
    static byte[] encrypted() {
        byte[] zip = zip("notes.txt", "secret".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i + 9 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) {
                zip[i + 6] |= 1;
            }
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }

    /** Says that it is packed by Zstandard (method 93), as far as a reader looks. */
    static byte[] zstandard() {
        byte[] zip = zip("notes.txt", "secret".getBytes(StandardCharsets.US_ASCII));
        zip[indexOf(zip, new byte[] {'P', 'K', 3, 4}, 0) + 8] = 93;
        zip[indexOf(zip, new byte[] {'P', 'K', 1, 2}, 0) + 10] = 93;
        return zip;
    }
}
