package org.metalayer.server.catalog.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.TufKey;
import org.metalayer.server.platform.StartupException;

/** A Main System that lost keys it signs with by itself must not quietly go on without. */
@ApplicationScoped
class KeysAtHand {

    private static final Logger LOG = Logger.getLogger(KeysAtHand.class);

    @Inject OnlineKeys keys;
    @Inject TrustStore store;

    private volatile List<String> told = List.of();

    /**
     * Whether it may start: one key that sticks trust shows that the database is its own. Where
     * others are lost it has to run, as only then people can bring it new ones by the keys that
     * they keep offline; meanwhile {@link Edition} publishes nothing that could not be halted.
     */
    void require() {
        TrustState state = store.load();
        if (signedHere().allMatch(role -> keys.of(state.authority(role)).isEmpty())) {
            String lost =
                    ("%s has no key that sticks trust: put back your copy of them, or of one (a"
                         + " Main System that runs can be brought the others, all by one change"
                         + " file: ./metalayer keys rotate); where the database is another Main"
                         + " System's, give this one its own")
                            .formatted(keys.directory());
            throw new StartupException(
                    Stream.concat(Stream.of(lost), keys.unreadable().stream())
                            .collect(Collectors.joining("; ")));
        }
    }

    /** What is wrong with keys, and what comes of it, in words for people. */
    List<String> troubles() {
        TrustState state = store.load();
        List<String> troubles = new ArrayList<>(keys.unreadable());
        signedHere()
                .filter(role -> !keys.suffice(state.authority(role)))
                .map(role ->
                        keys.tooFew(role, state.authority(role)) + "; " + withoutIt(role, state))
                .forEach(troubles::add);
        return troubles;
    }

    private String withoutIt(TrustRole role, TrustState state) {
        if (TrustRole.NEEDED.contains(role)) {
            return "until then nothing is published, no halt either";
        }
        String waiting =
                Stream.concat(
                                Stream.of(role),
                                TrustRole.SIGNED_BY_BOTH.stream()
                                        .filter(both -> lacks(state, both, role)))
                        .map(TrustRole::wire)
                        .collect(Collectors.joining(", "));
        return "until then nothing new is listed by " + waiting;
    }

    /** Whether too few are left of a role's keys without those that another one has lost. */
    private boolean lacks(TrustState state, TrustRole role, TrustRole other) {
        Authority lost = state.authority(other);
        Set<String> gone = lost.keys().stream().map(TufKey::keyId).collect(Collectors.toSet());
        keys.of(lost).forEach(key -> gone.remove(TufKey.of(key.publicKey()).keyId()));
        Authority left = state.authority(role);
        return left.keys().stream().filter(key -> !gone.contains(key.keyId())).count()
                < left.threshold();
    }

    private static Stream<TrustRole> signedHere() {
        return Arrays.stream(TrustRole.values())
                .filter(role -> role.signer() == TrustRole.Signer.MACHINE);
    }

    /** Writes them to the log, each time that they are others. */
    void tell() {
        List<String> now = troubles();
        if (!now.equals(told)) {
            now.forEach(LOG::warn);
            told = now;
        }
    }
}
