package org.metalayer.server.catalog.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.tuf.model.Metadata;
import org.metalayer.protocol.tuf.model.RoleName;

/**
 * The roles of the repository: who signs, and for how long. A machine's signature is renewed at
 * half its life, a person's is asked for then.
 */
public enum TrustRole {
    ROOT(Signer.PERSON, 365),
    /** Delegates, and lists nothing itself. */
    TARGETS(Signer.PERSON, 365),
    SNAPSHOT(Signer.MACHINE, 7),
    TIMESTAMP(Signer.MACHINE, 1),
    DIRECTOR(Signer.MACHINE, 7),
    CONTENT(Signer.MACHINE, 30),
    CODE(Signer.BOTH, 365),
    AGENT(Signer.BOTH, 365),
    OS(Signer.BOTH, 365);

    /** Whose signatures a role needs. */
    public enum Signer {
        /** Keys that this Main System holds. */
        MACHINE,
        /** Keys that lie elsewhere. */
        PERSON,
        BOTH
    }

    /** What a machine lists by itself. */
    static final Set<TrustRole> LISTED_BY_MACHINE = EnumSet.of(DIRECTOR, CONTENT);

    /**
     * Without the key of one of them nothing is published: sticks would go on with what the
     * director said last, which may be what was halted since. So that ends, within a day.
     */
    static final Set<TrustRole> NEEDED = EnumSet.of(SNAPSHOT, TIMESTAMP, DIRECTOR);

    /** What a machine prepares and a person signs. */
    static final Set<TrustRole> SIGNED_BY_BOTH = EnumSet.of(CODE, AGENT, OS);

    /** Every role that lists targets; the one that delegates first. */
    static final Set<TrustRole> LISTS = EnumSet.of(TARGETS, DIRECTOR, CONTENT, CODE, AGENT, OS);

    private final Signer signer;
    private final Duration lifetime;

    TrustRole(Signer signer, int days) {
        this.signer = signer;
        this.lifetime = Duration.ofDays(days);
    }

    public Signer signer() {
        return signer;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** Whether half its life is over, so that it is time for the next version. */
    boolean isDue(Metadata current, Instant now) {
        return !now.isBefore(current.expires().minus(lifetime.dividedBy(2)));
    }

    RoleName roleName() {
        return this == DIRECTOR ? Director.ROLE : new RoleName(wire());
    }

    public static TrustRole of(ReleaseRole role) {
        return valueOf(role.name());
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TrustRole> find(String wire) {
        return EnumSet.allOf(TrustRole.class).stream()
                .filter(role -> role.wire().equals(wire))
                .findFirst();
    }
}
