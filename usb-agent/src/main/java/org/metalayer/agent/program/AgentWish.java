package org.metalayer.agent.program;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.metalayer.agent.system.SystemOrder;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Which agents should run, as the one that runs says. It chooses among what the fleet's keys vouch
 * for, and nothing else.
 *
 * @param order why it is so; empty before the first
 * @param releases the first that may run does
 * @param well the start in which it stayed up last
 */
record AgentWish(Optional<SystemOrder> order, List<UUID> releases, Optional<UUID> well) {

    /** Bytes of a written one, at most. */
    static final int MAX_LENGTH = 4 << 10;

    /** One, and the one to go back to. */
    static final int MAX_RELEASES = 2;

    static final AgentWish NONE = new AgentWish(Optional.empty(), List.of(), Optional.empty());

    AgentWish {
        releases = releases.stream().distinct().limit(MAX_RELEASES).toList();
    }

    /** What an order makes of it while that agent runs. */
    AgentWish following(SystemOrder next, Optional<UUID> runs) {
        List<UUID> wished =
                switch (next.deed()) {
                    case STAGE -> Stream.concat(Stream.of(next.release()), runs.stream()).toList();
                    case FORGET, RETURN ->
                            releases.stream().filter(id -> !id.equals(next.release())).toList();
                };
        return new AgentWish(Optional.of(next), wished, well);
    }

    AgentWish well(UUID start) {
        return new AgentWish(order, releases, Optional.of(start));
    }

    static AgentWish read(JsonObject json) {
        return new AgentWish(
                json.optionalObject("order").map(SystemOrder::read),
                json.strings("releases", UUID::fromString),
                json.optionalUuid("well"));
    }

    JsonObject write() {
        JsonBuilder json = new JsonBuilder();
        order.ifPresent(it -> json.put("order", it.write()));
        json.strings("releases", releases, UUID::toString);
        well.ifPresent(start -> json.put("well", start));
        return json.build();
    }
}
