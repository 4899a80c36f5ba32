package org.metalayer.server.platform;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * News for whoever watches: a thing of this type changed, ask for it again.
 *
 * @param type {@code stick}, {@code upgrade-report}, {@code decision}, {@code release} or {@code
 *     rollout}
 * @param id the id of the thing
 */
@RegisterForReflection
public record LiveEvent(String type, String id, Instant at) {}
