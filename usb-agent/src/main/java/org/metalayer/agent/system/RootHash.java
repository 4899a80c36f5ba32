package org.metalayer.agent.system;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;

/**
 * The dm-verity root hash of a system: every byte of its root is what this names. Its two halves
 * are the ids of the partitions (Discoverable Partitions Specification).
 */
public record RootHash(Sha256 value) {

    private static final String OPTION = "roothash=";

    /** Of the running system; empty where it was not booted from such a root. */
    public static Optional<RootHash> ofCommandLine(String commandLine) {
        return Stream.of(commandLine.strip().split("\\s+"))
                .filter(option -> option.startsWith(OPTION))
                .map(option -> option.substring(OPTION.length()))
                .reduce((_, last) -> last)
                .flatMap(RootHash::parse);
    }

    /** Of the partition with the root. */
    public UUID rootPartition() {
        return half(0);
    }

    /** Of the partition with its verity tree. */
    public UUID verityPartition() {
        return half(Long.BYTES * 2);
    }

    private UUID half(int from) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(value.hex()));
        return new UUID(bytes.getLong(from), bytes.getLong(from + Long.BYTES));
    }

    private static Optional<RootHash> parse(String hex) {
        try {
            return Optional.of(new RootHash(new Sha256(hex)));
        } catch (MalformedDocumentException _) {
            return Optional.empty();
        }
    }
}
