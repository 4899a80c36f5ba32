package org.metalayer.server.catalog.trust;

/** A target and the metadata that names it by length and digest, both as sticks get them. */
public final class ListedTarget {

    private final byte[] target;
    private final byte[] metadata;

    ListedTarget(byte[] target, byte[] metadata) {
        this.target = target.clone();
        this.metadata = metadata.clone();
    }

    /** The exact bytes. */
    public byte[] target() {
        return target.clone();
    }

    /** The exact bytes, with their signatures. */
    public byte[] metadata() {
        return metadata.clone();
    }
}
