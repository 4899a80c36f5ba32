package org.metalayer.server.catalog.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.server.platform.StartupException;

/** A Main System that lost the keys it signs with by itself must not quietly go on without. */
@ApplicationScoped
class KeysAtHand {

    private static final Logger LOG = Logger.getLogger(KeysAtHand.class);

    @Inject OnlineKeys keys;
    @Inject TrustStore store;

    private volatile List<String> told = List.of();

    /**
     * Whether it may start. Without the key of content it may: that role only lists what may run,
     * and a Main System that stood still could not withdraw what does harm, nor be brought another
     * key.
     */
    void require() {
        TrustState state = store.load();
        for (TrustRole role : TrustRole.values()) {
            if (role.signer() == TrustRole.Signer.MACHINE
                    && role != TrustRole.CONTENT
                    && !keys.suffice(state.authority(role))) {
                throw new StartupException(lost(role));
            }
        }
    }

    private String lost(TrustRole role) {
        String lost =
                ("%s lacks the key that sticks trust for %s: put back your copy of it (only a Main"
                     + " System that runs can be brought another one: ./metalayer keys rotate);"
                     + " where the database is another Main System's, give this one its own")
                        .formatted(keys.directory(), role.wire());
        return Stream.concat(Stream.of(lost), keys.unreadable().stream())
                .collect(Collectors.joining("; "));
    }

    /** What is wrong with keys, though sticks are still told what should run. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>(keys.unreadable());
        Authority content = store.load().authority(TrustRole.CONTENT);
        if (!keys.suffice(content)) {
            troubles.add(keys.tooFew(TrustRole.CONTENT, content));
        }
        return troubles;
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
