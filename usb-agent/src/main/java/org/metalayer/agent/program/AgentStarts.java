package org.metalayer.agent.program;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What is remembered of the agents that were started, over power cuts.
 *
 * @param start the last one
 * @param release that ran in it, unless the image's own did
 */
record AgentStarts(Optional<UUID> start, Optional<UUID> release, List<Tries> tries) {

    static final AgentStarts NONE = new AgentStarts(Optional.empty(), Optional.empty(), List.of());

    AgentStarts {
        tries = List.copyOf(tries);
    }

    /**
     * How a release has done.
     *
     * @param vain starts since it last stayed up
     * @param document what was vouched for
     * @param proven whether it ever stayed up
     */
    record Tries(UUID release, int vain, Sha256 document, boolean proven) {

        private static final int OF_NEW = 2;

        /** One that has proved itself may be unlucky: the power goes, somebody is in a hurry. */
        private static final int OF_PROVEN = 5;

        boolean isSpent() {
            return vain >= (proven ? OF_PROVEN : OF_NEW);
        }

        private Tries more() {
            return new Tries(release, vain + 1, document, proven);
        }

        private Tries well() {
            return new Tries(release, 0, document, true);
        }

        static Tries read(JsonObject json) {
            return new Tries(
                    json.uuid("release_id"),
                    Math.toIntExact(json.integer("vain")),
                    new Sha256(json.string("document")),
                    json.bool("proven"));
        }

        JsonObject write() {
            return new JsonBuilder()
                    .put("release_id", release)
                    .put("vain", vain)
                    .put("document", document.hex())
                    .put("proven", proven)
                    .build();
        }
    }

    Optional<Tries> of(UUID id) {
        return tries.stream().filter(each -> each.release().equals(id)).findFirst();
    }

    /** The same, after the agent said in which start it stayed up. */
    AgentStarts hearing(Optional<UUID> well) {
        boolean isLast = well.isPresent() && well.equals(start);
        return new AgentStarts(
                start,
                release,
                tries.stream()
                        .map(each ->
                                isLast && release.equals(Optional.of(each.release()))
                                        ? each.well()
                                        : each)
                        .toList());
    }

    /** The same, with one start more; what is not known any more is forgotten. */
    AgentStarts next(UUID now, Optional<Tries> chosen, List<UUID> known) {
        Stream<Tries> others =
                tries.stream()
                        .filter(each -> known.contains(each.release()))
                        .filter(each -> chosen.filter(it -> is(it, each)).isEmpty());
        return new AgentStarts(
                Optional.of(now),
                chosen.map(Tries::release),
                Stream.concat(chosen.map(Tries::more).stream(), others).toList());
    }

    private static boolean is(Tries one, Tries other) {
        return one.release().equals(other.release());
    }

    static AgentStarts read(JsonObject json) {
        return new AgentStarts(
                json.optionalUuid("start"),
                json.optionalUuid("release_id"),
                json.objects("tries", Tries::read));
    }

    JsonObject write() {
        JsonBuilder json = new JsonBuilder();
        start.ifPresent(id -> json.put("start", id));
        release.ifPresent(id -> json.put("release_id", id));
        return json.put("tries", tries, Tries::write).build();
    }
}
