package org.metalayer.protocol.tuf.model;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.tuf.encoding.CanonicalJson;

/**
 * A metadata file: what a role says, the signatures over it, and the bytes in which both came
 * (specification §4.2). Reading verifies nothing; {@link #signers} and {@link #isSignedBy} do.
 */
public final class SignedMetadata<T extends Metadata> {
    /**
     * A targets role with 20,000 files; parsed, a value takes a hundred times the room of its text.
     */
    private static final int MAX_VALUES = 200_000;

    /** As long as one of Ed25519. */
    private static final String NO_SIGNATURE = "0".repeat(128);

    private final byte[] raw;
    private final JsonObject tree;
    private final T signed;
    private final List<MetadataSignature> signatures;

    private SignedMetadata(
            byte[] raw, JsonObject tree, T signed, List<MetadataSignature> signatures) {
        this.raw = raw;
        this.tree = tree;
        this.signed = signed;
        this.signatures = List.copyOf(signatures);
    }

    public static SignedMetadata<Root> root(byte[] raw) {
        return read(raw, Root::read);
    }

    public static SignedMetadata<Timestamp> timestamp(byte[] raw) {
        return read(raw, Timestamp::read);
    }

    public static SignedMetadata<Snapshot> snapshot(byte[] raw) {
        return read(raw, Snapshot::read);
    }

    /** Reads the top-level targets role or a delegated one. */
    public static SignedMetadata<Targets> targets(byte[] raw) {
        return read(raw, Targets::read);
    }

    private static <T extends Metadata> SignedMetadata<T> read(
            byte[] raw, Function<JsonObject, T> reader) {
        JsonObject json = Json.parseObject(raw, MAX_VALUES);
        JsonObject tree = json.object("signed");
        return checked(
                raw.clone(),
                tree,
                reader.apply(tree),
                json.objects("signatures", MetadataSignature::read));
    }

    /** What a role is going to say, before anybody signed it. */
    public static <T extends Metadata> SignedMetadata<T> unsigned(T content) {
        return written(content.write(), content, List.of());
    }

    /** The same with a signature of {@code key}, in place of an older one of that key. */
    public SignedMetadata<T> signedWith(SigningKey key) {
        TufKey half = TufKey.of(key.publicKey());
        byte[] signature = key.sign(CanonicalJson.encode(tree));
        return with(
                List.of(new MetadataSignature(half.keyId(), HexFormat.of().formatHex(signature))));
    }

    /**
     * As long as it gets when every key of the role has signed it, for whoever asks now whether it
     * can be read then. What stands in the place of the signatures is none.
     */
    public SignedMetadata<T> filledUpFor(Authority authority) {
        return with(
                authority.keys().stream()
                        .map(key -> new MetadataSignature(key.keyId(), NO_SIGNATURE))
                        .toList());
    }

    /**
     * The same with the signatures of both, for signers that worked apart.
     *
     * @throws MalformedDocumentException when they did not sign the same content
     */
    public SignedMetadata<T> mergedWith(SignedMetadata<T> other) {
        if (!tree.equals(other.tree)) {
            throw new MalformedDocumentException(
                    "these are signatures of two different documents and cannot be put together");
        }
        return with(other.signatures);
    }

    private SignedMetadata<T> with(List<MetadataSignature> added) {
        List<MetadataSignature> all = new ArrayList<>(signatures);
        all.removeIf(old -> added.stream().anyMatch(one -> one.keyId().equals(old.keyId())));
        all.addAll(added);
        return written(tree, signed, all);
    }

    private static <T extends Metadata> SignedMetadata<T> written(
            JsonObject tree, T signed, List<MetadataSignature> signatures) {
        byte[] raw =
                Json.write(
                        new JsonBuilder()
                                .put("signatures", signatures, MetadataSignature::write)
                                .put("signed", tree)
                                .build());
        return checked(raw, tree, signed, signatures);
    }

    private static <T extends Metadata> SignedMetadata<T> checked(
            byte[] raw, JsonObject tree, T signed, List<MetadataSignature> signatures) {
        if (signatures.stream().map(MetadataSignature::keyId).distinct().count()
                != signatures.size()) {
            throw new MalformedDocumentException("one keyid stands twice among the signatures");
        }
        return new SignedMetadata<>(raw, tree, signed, signatures);
    }

    /** Those of the role's keys that signed this, each once. */
    public List<TufKey> signers(Authority authority) {
        byte[] message = CanonicalJson.encode(tree);
        return authority.keys().stream().filter(key -> isSignedBy(key, message)).toList();
    }

    /** Whether as many of the role's keys signed this as have to. */
    public boolean isSignedBy(Authority authority) {
        return signers(authority).size() >= authority.threshold();
    }

    private boolean isSignedBy(TufKey key, byte[] message) {
        return signatures.stream()
                .filter(signature -> signature.keyId().equals(key.keyId()))
                .flatMap(signature -> signature.bytes().stream())
                .anyMatch(bytes -> key.publicHalf().verifies(message, bytes));
    }

    /** The file, byte for byte. */
    public byte[] raw() {
        return raw.clone();
    }

    public T signed() {
        return signed;
    }

    /** The signed part as it came, with the members this version does not know. */
    public JsonObject tree() {
        return tree;
    }

    public List<MetadataSignature> signatures() {
        return signatures;
    }
}
