package org.metalayer.cli.rollout;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonObject;

/**
 * What a Main System says in public about the draw of a rollout that has started.
 *
 * @param commitment SHA-256 of the seed, published before the start
 * @param seed 32 bytes as hex, revealed with the start
 * @param contributor the stick that the release comes from: it runs it already, so it is put into
 *     the last ring
 */
record PublishedRollout(
        UUID id, String title, Sha256 commitment, String seed, UUID contributor, RingBounds rings) {

    private static final Pattern SEED = Pattern.compile("[0-9a-f]{64}");

    PublishedRollout {
        if (!SEED.matcher(seed).matches()) {
            throw new MalformedDocumentException("the seed of the rollout is not 32 bytes in hex");
        }
    }

    /** Empty while the seed is still secret. */
    static Optional<PublishedRollout> read(JsonObject rollout) {
        JsonObject release = rollout.object("release");
        return rollout.optionalString("seed")
                .map(seed ->
                        new PublishedRollout(
                                rollout.uuid("id"),
                                "%s %d"
                                        .formatted(
                                                rollout.string("component"),
                                                release.integer("version")),
                                new Sha256(rollout.string("seed_sha256")),
                                seed,
                                release.object("contributor").uuid("stick_id"),
                                RingBounds.of(rollout)));
    }

    boolean keepsTo(Sha256 committed) {
        return Sha256.of(seedBytes()).equals(committed);
    }

    Draw draw(UUID stick) {
        return Draw.of(seedBytes(), stick);
    }

    /** Every ring that a stick may rightly stand in. */
    Set<Long> places(UUID stick, boolean named) {
        Set<Long> places = new HashSet<>();
        (named ? rings.named() : rings.drawn(draw(stick))).ifPresent(places::add);
        if (stick.equals(contributor)) {
            rings.last().ifPresent(places::add);
        }
        return places;
    }

    private byte[] seedBytes() {
        return HexFormat.of().parseHex(seed);
    }
}
