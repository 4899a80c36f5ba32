package org.metalayer.agent.install;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * One release on its way onto the stick or off it, as the journal keeps it.
 *
 * @param incoming the tree that is to take the component's place
 * @param ending how it ends, once that is decided
 * @param endedAt when it ended: chosen once, so that telling the outcome again tells the same
 * @param kept files of the owner that were left as they are
 */
public record Installation(
        Order order,
        Phase phase,
        Health health,
        Optional<Incoming> incoming,
        Optional<Ending> ending,
        Optional<Instant> endedAt,
        List<RelativePath> kept) {

    public Installation {
        kept = List.copyOf(kept);
    }

    static Installation begin(Order order, Phase phase) {
        return new Installation(
                order,
                phase,
                Health.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public ReleaseRef release() {
        return order.release();
    }

    public ComponentName component() {
        return release().component();
    }

    /** The same, with files of the owner that stay: as many as an outcome can name. */
    Installation keeping(List<RelativePath> ownersFiles) {
        List<RelativePath> told = ownersFiles.stream().limit(FileManifest.MAX_FILES).toList();
        return new Installation(order, phase, health, incoming, ending, endedAt, told);
    }

    /**
     * The same in another phase.
     *
     * @throws IllegalStateException when the table of phases does not allow it
     */
    Installation become(Phase next) {
        if (!phase.mayBecome(next)) {
            throw new IllegalStateException(
                    "the installation of %s %s cannot go from %s to %s"
                            .formatted(component(), release().version(), phase, next));
        }
        return new Installation(order, next, health, incoming, ending, endedAt, kept);
    }

    /** The same, done for a request of the owner's. */
    Installation serving(OwnerRequest request) {
        return new Installation(
                order.serving(request.id()), phase, health, incoming, ending, endedAt, kept);
    }

    /** Whether it may still end in what a request to install asks for. */
    boolean isOnItsWay() {
        return ending.isEmpty();
    }

    /** Whether it is done for that request of the owner's. */
    public boolean serves(OwnerRequest request) {
        return order.request().equals(Optional.of(request.id()));
    }

    Installation with(Incoming tree) {
        return new Installation(order, phase, health, Optional.of(tree), ending, endedAt, kept);
    }

    Installation withoutIncoming() {
        return new Installation(order, phase, health, Optional.empty(), ending, endedAt, kept);
    }

    Installation with(Health newer) {
        return new Installation(order, phase, newer, incoming, ending, endedAt, kept);
    }

    Installation with(Ending end) {
        return new Installation(order, phase, health, incoming, Optional.of(end), endedAt, kept);
    }

    Installation endedAt(Instant time) {
        return new Installation(order, phase, health, incoming, ending, Optional.of(time), kept);
    }

    static Installation read(JsonObject json) {
        return new Installation(
                Order.read(json.object("order")),
                Phase.valueOf(json.string("phase")),
                Health.read(json.object("health")),
                member(json, "incoming").map(Incoming::read),
                member(json, "ending").map(Ending::read),
                json.optionalString("ended_at").map(Instant::parse),
                json.strings("kept", RelativePath::new));
    }

    JsonObject write() {
        JsonBuilder json =
                new JsonBuilder()
                        .put("order", order.write())
                        .put("phase", phase.name())
                        .put("health", health.write());
        incoming.ifPresent(tree -> json.put("incoming", tree.write()));
        ending.ifPresent(end -> json.put("ending", end.write()));
        endedAt.ifPresent(time -> json.put("ended_at", time));
        return json.strings("kept", kept, RelativePath::value).build();
    }

    private static Optional<JsonObject> member(JsonObject json, String name) {
        return json.members().get(name) instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }
}
