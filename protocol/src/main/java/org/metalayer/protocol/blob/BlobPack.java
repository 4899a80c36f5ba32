package org.metalayer.protocol.blob;

/** The limits of a blob pack (docs/protocol.md §5). */
public final class BlobPack {
    public static final String MEDIA_TYPE = "application/vnd.metalayer.blob-pack";

    /** In bytes; larger files go up one by one and resumable. */
    public static final int MAX_BLOB_SIZE = 1 << 20;

    /** In bytes, framing included. */
    public static final int MAX_PACK_SIZE = 32 << 20;

    /** Digest and length before each blob's bytes. */
    public static final int FRAME_SIZE = 40;

    private BlobPack() {}
}
