package org.metalayer.agent.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.system.Cutter;
import org.metalayer.protocol.system.SystemDescriptor;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemPart;
import org.metalayer.protocol.system.SystemVersion;

/** A system of some megabytes, most of which are those of any other version. */
public record TestSystem(SystemVersion version) {

    private static final int ROOT = 3 << 20;
    private static final int VERITY = 100_000;

    public TestSystem(String version) {
        this(new SystemVersion(version));
    }

    byte[] content(SystemPart part) {
        return switch (part) {
            case KERNEL ->
                    "kernel of %s roothash=%s"
                            .formatted(version, rootHash())
                            .getBytes(StandardCharsets.US_ASCII);
            case ROOT -> mostlyAlike(ROOT, 2 << 20);
            case VERITY -> mostlyAlike(VERITY, 0);
            case PROGRAM -> throw new IllegalArgumentException("of an agent");
        };
    }

    private byte[] mostlyAlike(int length, int at) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        byte[] own = ("this is version " + version).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(own, 0, content, at, own.length);
        return content;
    }

    /** Not what dm-verity would say, but as particular. */
    Sha256 rootHash() {
        return Sha256.of(content(SystemPart.ROOT));
    }

    public SystemDescriptor descriptor() {
        return new SystemDescriptor(version, rootHash());
    }

    /** The files of a release of it, by path. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(
                "component.json",
                Json.write(
                        new JsonBuilder()
                                .put("title", "System")
                                .put(SystemDescriptor.MEMBER, descriptor().write())
                                .build()));
        for (SystemPart part : SystemPart.OF_SYSTEM) {
            int[] number = {0};
            try {
                Cutter.cut(
                        new ByteArrayInputStream(content(part)),
                        piece -> files.put(SystemFiles.path(part, number[0]++).value(), piece));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
