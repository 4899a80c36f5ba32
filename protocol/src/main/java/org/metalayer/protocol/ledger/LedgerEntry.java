package org.metalayer.protocol.ledger;

import java.time.Instant;
import java.util.Arrays;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.merkle.MerkleHash;

/**
 * One entry of the ledger, without its content: that it once had this content stays shown when the
 * content is deleted.
 *
 * @param number counted from 1, without gaps
 * @param previous the {@link #hash} of the entry before; {@link MerkleHash#EMPTY} for the first
 * @param at when it was written, by the stick's clock
 * @param content {@link MerkleHash#leaf} of the content's bytes
 */
public record LedgerEntry(
        long number, Sha256 previous, Instant at, EntryKind kind, Sha256 content) {

    /**
     * @throws MalformedDocumentException when the number is no number of an entry
     */
    public LedgerEntry {
        if (number < 1) {
            throw new MalformedDocumentException("entries are counted from 1, not " + number);
        }
    }

    /** The first entry of a ledger. */
    public static LedgerEntry first(Instant at, EntryKind kind, byte[] content) {
        return new LedgerEntry(1, MerkleHash.EMPTY, at, kind, MerkleHash.leaf(content));
    }

    /** The entry after this one. */
    public LedgerEntry next(Instant later, EntryKind what, byte[] bytes) {
        return new LedgerEntry(number + 1, hash(), later, what, MerkleHash.leaf(bytes));
    }

    /**
     * Reads one.
     *
     * @throws MalformedDocumentException when it is none, or not written as {@link #bytes} does:
     *     its hash would be another one
     */
    public static LedgerEntry parse(byte[] line) {
        JsonObject json = Json.parseObject(line);
        LedgerEntry entry =
                new LedgerEntry(
                        json.integer("number"),
                        new Sha256(json.string("previous")),
                        json.instant("at"),
                        new EntryKind(json.string("kind")),
                        new Sha256(json.string("content")));
        if (!Arrays.equals(entry.bytes(), line)) {
            throw new MalformedDocumentException(
                    "entry %d is not written as entries are".formatted(entry.number()));
        }
        return entry;
    }

    private JsonObject write() {
        return new JsonBuilder()
                .put("number", number)
                .put("previous", previous.hex())
                .put("at", at)
                .put("kind", kind.word())
                .put("content", content.hex())
                .build();
    }

    /** What is hashed: one line of JSON. */
    public byte[] bytes() {
        return Json.write(write());
    }

    /** What the entry after it names. */
    public Sha256 hash() {
        return MerkleHash.leaf(bytes());
    }

    /** Whether these bytes are its content. */
    public boolean isOf(byte[] bytes) {
        return content.equals(MerkleHash.leaf(bytes));
    }
}
