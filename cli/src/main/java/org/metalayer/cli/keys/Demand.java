package org.metalayer.cli.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.Delegations;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.TufKey;

/**
 * Whose signatures a document needs, and whose it has.
 *
 * @param who in words, such as {@code root} or {@code the root before}
 */
record Demand(String who, Authority authority, List<TufKey> signers) {

    boolean isMet() {
        return signers.size() >= authority.threshold();
    }

    boolean mayBeSignedBy(TufKey key) {
        return authority.keys().contains(key);
    }

    /** A root has to satisfy two: the keys before and its own (specification §5.3.4). */
    static List<Demand> of(TrustFile document, SigningFile file) {
        Root before = file.current().rootContent();
        Root next = file.document("root").map(PublishedTrust::asRoot).orElse(before);
        Delegations delegations =
                file.document("targets")
                        .or(() -> file.current().find("targets"))
                        .map(targets -> targets.targets().delegations())
                        .orElse(Delegations.NONE);
        List<Demand> demands = new ArrayList<>();
        if (document.role().equals("root")) {
            PublishedTrust.authority("root", before, delegations)
                    .ifPresent(
                            authority -> demands.add(of("the root before", authority, document)));
        }
        Optional<Authority> own = PublishedTrust.authority(document.role(), next, delegations);
        own.filter(authority -> demands.stream().noneMatch(it -> it.authority().equals(authority)))
                .ifPresent(authority -> demands.add(of(document.role(), authority, document)));
        return List.copyOf(demands);
    }

    private static Demand of(String who, Authority authority, TrustFile document) {
        return new Demand(who, authority, document.metadata().signers(authority));
    }
}
