package org.metalayer.agent.feed;

import org.metalayer.protocol.message.DeploymentManifest;

/** What the director has said: the newest manifest, and what stands of those before. */
public record Directions(DeploymentManifest manifest, Floors floors) {}
