package org.metalayer.server.evaluation;

import org.metalayer.protocol.ComponentName;

/** How far a component has spread. */
public interface ComponentReach {

    /** How many sticks have the component. */
    long sticksWith(ComponentName component);
}
