package org.metalayer.server.rollout;

import java.util.UUID;

/** A rollout should be looked at again. Fired in the transaction that makes it so. */
record RolloutChanged(UUID rolloutId) {}
