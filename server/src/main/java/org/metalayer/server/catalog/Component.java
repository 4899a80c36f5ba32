package org.metalayer.server.catalog;

import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.ComponentName;

/**
 * An independently versioned unit of a stick's content.
 *
 * @param head the newest release that is not withdrawn
 * @param releaseCount how many releases there are, withdrawn ones included
 */
public record Component(
        ComponentName name,
        String title,
        Optional<Release> head,
        int releaseCount,
        List<Contribution> contributors) {

    public Component {
        contributors = List.copyOf(contributors);
    }

    /** How many releases of a component came from one stick. */
    public record Contribution(String moduleId, String moduleName, long releases) {}
}
