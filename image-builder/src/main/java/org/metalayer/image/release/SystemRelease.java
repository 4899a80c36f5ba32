package org.metalayer.image.release;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.metalayer.image.base.Zeros;
import org.metalayer.protocol.health.ComponentDescriptor;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.system.Beginning;
import org.metalayer.protocol.system.Cutter;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemPart;

/** Lays an image out as the files of a release: its parts in pieces, and what they are. */
public final class SystemRelease {

    private static final int BLOCK = 4096;

    private final SystemParts parts;

    public SystemRelease(SystemParts parts) {
        this.parts = parts;
    }

    /** Writes the files into an empty directory. */
    public void layOut(Path directory) throws IOException {
        Files.writeString(
                directory.resolve(ComponentDescriptor.PATH.value()), Json.pretty(component()));
        for (SystemPart part : SystemPart.OF_SYSTEM) {
            Files.createDirectories(directory.resolve(part.folder()));
            cut(part, directory);
        }
    }

    private JsonObject component() {
        return new JsonBuilder()
                .put("title", "Operating system")
                .strings("hardware_classes", List.of(parts.hardwareClass()), each -> each)
                .put(SystemDescriptor.MEMBER, parts.descriptor().write())
                .build();
    }

    private void cut(SystemPart part, Path directory) throws IOException {
        Path file = Objects.requireNonNull(parts.files().get(part));
        try (FileChannel channel = FileChannel.open(file);
                InputStream in =
                        new BufferedInputStream(Channels.newInputStream(channel), 1 << 20)) {
            int[] number = {0};
            Cutter.cut(
                    new Beginning(in, usedLength(channel)),
                    piece ->
                            Files.write(
                                    directory.resolve(SystemFiles.path(part, number[0]++).value()),
                                    piece));
        }
    }

    /** Without the zeros at its end, of which the stick has its own. */
    private static long usedLength(FileChannel channel) throws IOException {
        long used = 0;
        byte[] block = new byte[BLOCK * 256];
        InputStream in = Channels.newInputStream(channel.position(0));
        long position = 0;
        int count = in.readNBytes(block, 0, block.length);
        while (count > 0) {
            for (int at = 0; at < count; at += BLOCK) {
                int length = Math.min(BLOCK, count - at);
                if (!Zeros.fill(ByteBuffer.wrap(block, at, length))) {
                    used = position + at + length;
                }
            }
            position += count;
            count = in.readNBytes(block, 0, block.length);
        }
        channel.position(0);
        return Math.max(used, Math.min(position, BLOCK));
    }
}
