package org.metalayer.agent.program;

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

/** An agent's program of some megabytes, most of which are those of any other version. */
public record TestAgent(String version) {

    private static final int SIZE = 3 << 19;

    public byte[] program() {
        byte[] content = new byte[SIZE];
        new Random(SIZE).nextBytes(content);
        byte[] own = ("agent " + version + "\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(own, 0, content, 0, own.length);
        return content;
    }

    /** The files of a release of it, by path. */
    public Map<String, byte[]> files() {
        SystemDescriptor descriptor =
                new SystemDescriptor(new SystemVersion(version), Sha256.of(program()));
        Map<String, byte[]> files = new TreeMap<>();
        files.put(
                "component.json",
                Json.write(descriptor.putAgent(new JsonBuilder().put("title", "Agent")).build()));
        int[] number = {0};
        try {
            Cutter.cut(
                    new ByteArrayInputStream(program()),
                    piece ->
                            files.put(
                                    SystemFiles.path(SystemPart.PROGRAM, number[0]++).value(),
                                    piece));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
