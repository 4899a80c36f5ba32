package org.metalayer.agent.outcome;

import org.metalayer.protocol.ComponentName;

/** A release as people call it. */
public record ReleaseName(ComponentName component, long version) {

    @Override
    public String toString() {
        return component + " " + version;
    }
}
