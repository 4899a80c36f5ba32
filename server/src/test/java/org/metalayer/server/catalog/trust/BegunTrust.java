package org.metalayer.server.catalog.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.server.platform.DataDirectory;

/**
 * What a first start leaves, without the rest of a Main System.
 *
 * @param ring of the online keys
 */
record BegunTrust(OnlineKeys online, KeyRing ring, KeyRing offline, TrustState state) {

    static BegunTrust in(Path directory, Instant now) throws IOException {
        OnlineKeys online = new OnlineKeys(new DataDirectory(directory));
        KeyRing ring = new KeyRing(online.directory(), new SecureRandom());
        KeyRing offline = new KeyRing(directory.resolve("offline"), new SecureRandom());
        ring.create();
        offline.create();
        return new BegunTrust(
                online,
                ring,
                offline,
                state(new Ceremony(keys(ring, offline, "robot"), now).all()));
    }

    /** The next version of targets, in which another key takes the robot's place. */
    SignedMetadata<Targets> replacingRobotBy(String key, Instant now) throws IOException {
        Delegations delegations =
                state(new Ceremony(keys(ring, offline, key), now).all())
                        .list(TrustRole.TARGETS)
                        .signed()
                        .delegations();
        Targets present = state.list(TrustRole.TARGETS).signed();
        return SignedMetadata.unsigned(
                        new Targets(
                                present.version() + 1, present.expires(), Map.of(), delegations))
                .signedWith(offline.key("targets"));
    }

    private static Ceremony.Keys keys(KeyRing ring, KeyRing offline, String robot)
            throws IOException {
        return new Ceremony.Keys(
                offline.key("root"),
                offline.key("targets"),
                offline.key("release"),
                ring.key("snapshot"),
                ring.key("timestamp"),
                ring.key("director"),
                ring.key(robot));
    }

    private static TrustState state(Map<TrustRole, SignedMetadata<? extends Metadata>> all) {
        Map<TrustRole, SignedMetadata<Targets>> lists = new EnumMap<>(TrustRole.class);
        TrustRole.LISTS.forEach(role -> lists.put(role, SignedMetadata.targets(raw(all, role))));
        return new TrustState(
                List.of(SignedMetadata.root(raw(all, TrustRole.ROOT))),
                lists,
                SignedMetadata.snapshot(raw(all, TrustRole.SNAPSHOT)),
                SignedMetadata.timestamp(raw(all, TrustRole.TIMESTAMP)));
    }

    private static byte[] raw(
            Map<TrustRole, SignedMetadata<? extends Metadata>> all, TrustRole role) {
        return Optional.ofNullable(all.get(role)).orElseThrow().raw();
    }
}
