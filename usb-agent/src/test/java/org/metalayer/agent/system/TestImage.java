package org.metalayer.agent.system;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.system.SystemVersion;

/** A system of a few bytes. */
record TestImage(SystemVersion version, String root) implements SystemImage {

    private static final int SIZE = 16;

    TestImage(String version, String root) {
        this(new SystemVersion(version), root);
    }

    byte[] content(Slot.Part part) {
        String text = part == Slot.Part.ROOT ? root : "tree of " + root;
        byte[] bytes = new byte[SIZE];
        byte[] start = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, bytes, 0, Math.min(start.length, SIZE));
        return bytes;
    }

    String kernelText() {
        return "kernel-" + version + " " + rootHash().value().hex();
    }

    static RootHash rootHash(byte[] root, byte[] verity) {
        byte[] both = new byte[root.length + verity.length];
        System.arraycopy(root, 0, both, 0, root.length);
        System.arraycopy(verity, 0, both, root.length, verity.length);
        return new RootHash(Sha256.of(both));
    }

    @Override
    public RootHash rootHash() {
        return rootHash(content(Slot.Part.ROOT), content(Slot.Part.VERITY));
    }

    @Override
    public InputStream open(Slot.Part part) {
        return new ByteArrayInputStream(content(part));
    }

    @Override
    public InputStream kernel() {
        return new ByteArrayInputStream(kernelText().getBytes(StandardCharsets.UTF_8));
    }
}
