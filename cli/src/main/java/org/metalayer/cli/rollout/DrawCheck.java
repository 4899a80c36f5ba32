package org.metalayer.cli.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/**
 * Recomputes a rollout's draw (docs/protocol.md §7): the commitment from the seed, then every
 * stick's draw from seed and id, then its ring from the published bounds. Collects what differs.
 */
final class DrawCheck {
    private final PublishedRollout rollout;
    private final List<String> differences = new ArrayList<>();
    private final Map<Long, Long> sticksByRing = new TreeMap<>();
    private final Set<Draw> named = new TreeSet<>();
    private int sticks;

    DrawCheck(PublishedRollout rollout) {
        this.rollout = rollout;
    }

    /** The seed has to be the one that was committed to. */
    void commitment(String where, Sha256 committed) {
        if (!rollout.keepsTo(committed)) {
            differences.add(
                    "the seed is not the one committed to %s: its SHA-256 is not %s"
                            .formatted(where, committed));
        }
    }

    /** One stick as the Main System placed it. */
    void stick(JsonObject deployment) {
        UUID id = deployment.uuid("stick_id");
        String who = "%s (%s)".formatted(deployment.string("module_id"), id);
        Draw said = new Draw(deployment.string("draw"));
        Draw draw = rollout.draw(id);
        boolean byName = deployment.bool("named");
        long ring = deployment.integer("ring");
        Set<Long> places = rollout.places(id, byName);
        sticks++;
        sticksByRing.merge(ring, 1L, Long::sum);
        if (byName) {
            named.add(draw);
        }
        if (!draw.equals(said)) {
            differences.add(
                    "%s was given the draw %s; the seed gives it %s"
                            .formatted(who, said.hex(), draw.hex()));
        }
        if (!places.contains(ring)) {
            differences.add(
                    "%s with the draw %s stands in ring %d; it belongs into ring %s"
                            .formatted(who, draw.hex(), ring, shown(places)));
        }
    }

    /** The entry that sticks act on has to reach exactly those that the rings show. */
    void entry(JsonObject entry) {
        commitment("in the deployment manifest", new Sha256(entry.string("seed_sha256")));
        entry.optionalString("bound")
                .map(Draw::new)
                .filter(bound -> !bounds().contains(bound))
                .ifPresent(bound ->
                        differences.add(
                                "the deployment manifest reaches to %s, where no ring ends"
                                        .formatted(bound.hex())));
        Set<Draw> told = new TreeSet<>(entry.strings("named", Draw::new));
        if (!told.equals(named)) {
            differences.add(
                    "the deployment manifest names %s, the rollout %s"
                            .formatted(
                                    Texts.count(told.size(), "test stick"),
                                    Texts.count(named.size(), "test stick")));
        }
    }

    boolean holds() {
        return differences.isEmpty();
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    int sticks() {
        return sticks;
    }

    /** A line per ring: how far it reaches, and how many sticks stand in it. */
    List<String> rings() {
        return rollout.rings().rings().stream()
                .map(ring ->
                        "%s: %s, %s"
                                .formatted(
                                        ring.name(),
                                        ring.bound()
                                                .map(bound -> "draws up to " + bound.hex())
                                                .orElse("by name"),
                                        Texts.count(
                                                sticksByRing.getOrDefault(ring.ring(), 0L),
                                                "stick")))
                .toList();
    }

    JsonObject json() {
        return new JsonBuilder()
                .put("rollout_id", rollout.id())
                .put("holds", holds())
                .put("seed_sha256", rollout.commitment().hex())
                .put("seed", rollout.seed())
                .put("sticks", sticks)
                .put("differences", differences, JsonValue.Text::new)
                .build();
    }

    private Set<Draw> bounds() {
        return rollout.rings().rings().stream()
                .map(RingBounds.Bound::bound)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static String shown(Set<Long> places) {
        return places.isEmpty()
                ? "none"
                : places.stream().sorted().map(String::valueOf).collect(Collectors.joining(" or "));
    }
}
