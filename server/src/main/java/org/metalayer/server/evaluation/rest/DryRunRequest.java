package org.metalayer.server.evaluation.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which past decisions to look at.
 *
 * @param days how far back; 30 where it is not given
 * @param limit how many at most, the newest; 500 where it is not given
 */
public record DryRunRequest(
        @Nullable @Min(1) @Max(365) Integer days, @Nullable @Min(1) @Max(1000) Integer limit) {

    int daysOrUsual() {
        return days == null ? 30 : days;
    }

    int limitOrUsual() {
        return limit == null ? 500 : limit;
    }
}
