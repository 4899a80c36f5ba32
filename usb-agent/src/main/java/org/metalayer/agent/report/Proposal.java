package org.metalayer.agent.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.Claim;

/**
 * What the owner wants to propose.
 *
 * @param only the changed files to propose; empty for all. Other changes stay on the stick
 */
public record Proposal(
        ComponentName component,
        UpgradeType type,
        String description,
        List<String> features,
        List<Claim> claims,
        Optional<Set<RelativePath>> only) {

    public Proposal {
        features = List.copyOf(features);
        claims = List.copyOf(claims);
        only = only.map(Set::copyOf);
    }
}
