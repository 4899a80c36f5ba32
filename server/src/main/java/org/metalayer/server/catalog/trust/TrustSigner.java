package org.metalayer.server.catalog.trust;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.TargetFile;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.platform.persistence.Turns;

/**
 * Publishes in the database what has changed, and signs again what has lived half its life. One at
 * a time, on whichever replica; and only what a client accepted is committed.
 */
@ApplicationScoped
class TrustSigner {

    static final String TURN = "trust metadata";

    @Inject TrustStore store;
    @Inject TrustMetadataRepository repository;
    @Inject TrustSigningRepository signings;
    @Inject OnlineKeys keys;
    @Inject @All List<TargetSource> sources;
    @Inject Turns turns;
    @Inject InstantSource clock;
    @Inject LiveEvents live;

    /**
     * Makes the published metadata what the features want it to be.
     *
     * @return why some role stays as it was
     */
    @Transactional
    List<String> refresh() {
        turns.take(TURN);
        Edition edition = edition();
        publish(edition);
        return edition.troubles();
    }

    /** Publishes what people signed, with whatever has to be signed again because of it. */
    @Transactional
    void publish(Submission submission) {
        turns.take(TURN);
        Edition edition = edition();
        submission.addTo(edition, signings.all());
        publish(edition);
    }

    private Edition edition() {
        return new Edition(store.load(), keys, clock.instant());
    }

    private void publish(Edition edition) {
        TrustRole.LISTED_BY_MACHINE.forEach(role -> relist(edition, role));
        TrustState after = edition.seal();
        ClientCheck.require(edition.before(), after, edition.now());
        for (Edition.Item item : edition.items()) {
            repository.add(item.role(), item.metadata(), edition.now());
            live.publish("trust", item.role().wire());
            if (item.metadata().signed() instanceof Targets targets) {
                source(item.role()).ifPresent(it -> it.published(item.role(), targets));
            }
        }
        TrustRole.SIGNED_BY_BOTH.forEach(role -> askPeople(edition, role));
    }

    /** Whether there is nothing to publish and nobody to ask, as far as one sees without a turn. */
    @Transactional
    boolean isUpToDate() {
        Edition present = edition();
        TrustState state = store.load();
        return TrustRole.LISTED_BY_MACHINE.stream()
                        .noneMatch(role -> mustRelist(present, role, wanted(role)))
                && TrustRole.SIGNED_BY_BOTH.stream()
                        .noneMatch(role -> nextSigning(present, role, wanted(role)) != Next.NOTHING)
                && !present.isDue(TrustRole.SNAPSHOT, state.snapshot())
                && !present.isDue(TrustRole.TIMESTAMP, state.timestamp());
    }

    private static boolean mustRelist(
            Edition edition, TrustRole role, Map<String, TargetFile> wanted) {
        SignedMetadata<Targets> current = edition.list(role);
        return !current.signed().targets().equals(wanted) || edition.isDue(role, current);
    }

    private void relist(Edition edition, TrustRole role) {
        Map<String, TargetFile> wanted = readable(edition, role);
        if (mustRelist(edition, role, wanted)) {
            edition.relist(role, wanted);
        }
    }

    /** What is to be done about a role that people sign. */
    private enum Next {
        NOTHING,
        PREPARE,
        SETTLE
    }

    private void askPeople(Edition edition, TrustRole role) {
        Map<String, TargetFile> wanted = readable(edition, role);
        switch (nextSigning(edition, role, wanted)) {
            case NOTHING -> {}
            case PREPARE ->
                    edition.prepare(role, wanted)
                            .ifPresent(next -> signings.prepare(role, next, edition.now()));
            case SETTLE -> signings.settle(role);
        }
    }

    private Next nextSigning(Edition edition, TrustRole role, Map<String, TargetFile> wanted) {
        SignedMetadata<Targets> current = edition.list(role);
        Optional<Signing> waiting = signings.find(role);
        boolean lacksSomething =
                edition.isDue(role, current)
                        // What is no longer wanted may stay until a person signs anyhow.
                        || !current.signed().targets().entrySet().containsAll(wanted.entrySet());
        if (!lacksSomething) {
            return waiting.isPresent() ? Next.SETTLE : Next.NOTHING;
        }
        boolean asksForIt =
                waiting.map(Signing::prepared)
                        .filter(prepared -> prepared.signed().targets().equals(wanted))
                        .filter(prepared -> isFresh(edition, role, prepared))
                        .isPresent();
        return asksForIt ? Next.NOTHING : Next.PREPARE;
    }

    private static boolean isFresh(
            Edition edition, TrustRole role, SignedMetadata<Targets> prepared) {
        return prepared.signed().version() > edition.list(role).signed().version()
                && !role.isDue(prepared.signed(), edition.now())
                && prepared.signers(edition.authority(role)).size() >= edition.keysFor(role);
    }

    private Map<String, TargetFile> readable(Edition edition, TrustRole role) {
        SignedMetadata<Targets> listed =
                signings.find(role).map(Signing::prepared).orElseGet(() -> edition.list(role));
        return edition.readable(role, wanted(role), listed.signed().targets());
    }

    private Map<String, TargetFile> wanted(TrustRole role) {
        return source(role).map(it -> it.wanted(role)).orElse(Map.of());
    }

    private Optional<TargetSource> source(TrustRole role) {
        return sources.stream().filter(it -> it.speaksFor(role)).findFirst();
    }
}
