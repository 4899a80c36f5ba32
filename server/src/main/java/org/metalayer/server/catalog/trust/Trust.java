package org.metalayer.server.catalog.trust;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.RootOfTrust;

/** The door to the trust metadata: what is published, what awaits a person, and what they bring. */
@ApplicationScoped
public class Trust implements RootOfTrust {

    private static final Logger LOG = Logger.getLogger(Trust.class);

    /** Before whatever lets anybody in, and before rollouts say what should run. */
    private static final int EARLY = 100;

    @Inject FirstStart firstStart;
    @Inject TrustSigner signer;
    @Inject TrustStore store;
    @Inject TrustFeed feed;
    @Inject TrustSigningRepository signings;
    @Inject OnlineKeys keys;
    @Inject OfflineKeys offlineKeys;
    @Inject KeysAtHand keysAtHand;

    private volatile @Nullable TimeKeys timeKeys;

    /** The keys that say what time it is, as of a timestamp's version. */
    private record TimeKeys(long version, List<SigningKey> keys) {}

    void begin(@Observes @Priority(EARLY) StartupEvent starting) {
        firstStart.begin();
        feed.forget();
        keysAtHand.require();
        keysAtHand.tell();
        feed.takeOver(store.load());
    }

    /**
     * Publishes what changed, and takes over what another replica published.
     *
     * @throws ProblemException when some role could not be published, after all others were
     */
    public void refresh() {
        List<String> troubles = signer.isUpToDate() ? List.of() : signer.refresh();
        feed.takeOver(store.load());
        if (!troubles.isEmpty()) {
            throw TrustProblems.REFUSED.because(String.join("; ", troubles));
        }
    }

    /** Publishes metadata that people signed; all of it or nothing. */
    public void publish(List<TrustDocument> documents) {
        signer.publish(Submission.of(documents));
        feed.takeOver(store.load());
    }

    /** What is served to sticks, from memory. */
    public ServedTrust served() {
        return feed.served();
    }

    @Override
    public Sha256 sha256() {
        return feed.served().firstRoot();
    }

    /** What awaits a person's signature, by role. */
    @Transactional
    public List<Signing> signings() {
        return signings.all();
    }

    /** What is published, as the state of the database is. */
    public TrustStatus status() {
        return TrustStatus.of(store.load(), keys, offlineKeys);
    }

    /** What is wrong with the keys that this Main System signs with, and what comes of it. */
    public List<String> keyTroubles() {
        return keysAtHand.troubles();
    }

    /** Says what time it is, signed by the keys of the timestamp. */
    public Envelope sign(PayloadType type, byte[] payload) {
        ServedTrust now = feed.served();
        TimeKeys known = timeKeys;
        if (known == null || known.version() != now.version()) {
            known = new TimeKeys(now.version(), keys.of(now.timestampAuthority()));
            timeKeys = known;
        }
        if (known.keys().size() < now.timestampAuthority().threshold()) {
            timeKeys = null; // whoever runs the Main System puts it back
            throw TrustProblems.KEY_MISSING.because(
                    "the key of the timestamp is gone: the Main System's operator has to put it"
                            + " back, or replace it");
        }
        return Envelope.sign(type, payload, known.keys().toArray(SigningKey[]::new));
    }

    @Scheduled(
            every = "${metalayer.trust.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        try {
            keysAtHand.tell();
            refresh();
        } catch (RuntimeException e) {
            LOG.error("Renewing the trust metadata failed; the schedule tries again.", e);
        }
    }
}
