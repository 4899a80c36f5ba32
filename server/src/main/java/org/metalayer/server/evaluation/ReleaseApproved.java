package org.metalayer.server.evaluation;

import org.metalayer.protocol.Strategy;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.evaluation.policy.Priority;

/**
 * An upgrade was approved and is a release now. Fired in the transaction of the decision: what an
 * observer does is committed with it, or not at all.
 */
public record ReleaseApproved(Release release, Strategy strategy, Priority priority) {}
