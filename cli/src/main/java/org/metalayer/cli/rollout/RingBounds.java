package org.metalayer.cli.rollout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.json.JsonObject;

/** How far each ring of a started rollout reaches, as the Main System published it. */
record RingBounds(List<Bound> rings) {

    /**
     * One ring.
     *
     * @param ring its ordinal
     * @param bound the last draw that is in; empty for the ring of test sticks, who are named
     */
    record Bound(long ring, String name, Optional<Draw> bound) {}

    static RingBounds of(JsonObject rollout) {
        return new RingBounds(rollout.objects("rings", RingBounds::read));
    }

    private static Bound read(JsonObject ring) {
        return new Bound(
                ring.integer("ordinal"),
                ring.string("name"),
                ring.optionalString("bound").map(Draw::new));
    }

    /** The first ring that a draw is within; docs/protocol.md §7. */
    Optional<Long> drawn(Draw draw) {
        return rings.stream()
                .filter(ring -> ring.bound().filter(draw::within).isPresent())
                .map(Bound::ring)
                .findFirst();
    }

    /** The ring of those who are named. */
    Optional<Long> named() {
        return rings.stream().filter(ring -> ring.bound().isEmpty()).map(Bound::ring).findFirst();
    }

    Optional<Long> last() {
        return rings.stream().map(Bound::ring).max(Comparator.naturalOrder());
    }
}
