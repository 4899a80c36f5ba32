package org.metalayer.server.evaluation;

import java.util.Optional;
import org.metalayer.protocol.Strategy;

/**
 * How a person approves a report.
 *
 * @param strategy how it goes out; the usual way of the policy where it is not given
 * @param onVersion version of the component's newest release that the person knows of, 0 for none;
 *     the one that the report was examined with where it is not given
 */
public record Approval(Optional<Strategy> strategy, Optional<Integer> onVersion, String reason) {}
