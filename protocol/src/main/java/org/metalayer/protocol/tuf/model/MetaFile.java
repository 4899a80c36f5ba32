package org.metalayer.protocol.tuf.model;

import java.util.Optional;
import java.util.OptionalLong;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** What timestamp and snapshot say of another metadata file (specification §4.4). */
public record MetaFile(long version, OptionalLong length, Hashes hashes) {
    /** Describes a file exactly. */
    public static MetaFile of(SignedMetadata<?> metadata) {
        byte[] raw = metadata.raw();
        return new MetaFile(
                metadata.signed().version(),
                OptionalLong.of(raw.length),
                Hashes.of(Sha256.of(raw)));
    }

    /** Names a file by its version only. */
    public static MetaFile ofVersion(long version) {
        return new MetaFile(version, OptionalLong.empty(), Hashes.NONE);
    }

    static MetaFile read(JsonObject json) {
        OptionalLong length = Integers.optional(json, "length");
        length.ifPresent(value -> Header.atLeast("length", value, 1));
        Hashes hashes =
                json.members().containsKey("hashes")
                        ? Hashes.read(json.object("hashes"))
                        : Hashes.NONE;
        return new MetaFile(Header.version(json), length, hashes);
    }

    JsonObject write() {
        JsonBuilder json = new JsonBuilder().put("version", version);
        length.ifPresent(value -> json.put("length", value));
        if (!hashes.isEmpty()) {
            json.put("hashes", hashes.write());
        }
        return json.build();
    }

    /** Why these bytes are not the file that is meant, as far as length and digests are named. */
    public Optional<String> objectionTo(byte[] raw) {
        if (hashes.isEmpty()) {
            return length.isPresent() && length.getAsLong() != raw.length
                    ? Optional.of("it has another length than named")
                    : Optional.empty();
        }
        FileCheck check = new FileCheck(length.orElse(raw.length), hashes);
        check.accept(raw, 0, raw.length);
        return check.objection();
    }
}
