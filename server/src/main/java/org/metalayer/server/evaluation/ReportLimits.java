package org.metalayer.server.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What one stick may have under way; else one stick could fill the Main System. */
@ConfigMapping(prefix = "metalayer.report")
interface ReportLimits {

    /** Reports of one stick that await files or a decision. */
    @WithDefault("20")
    @Min(1)
    int open();

    /**
     * Bytes that the open reports of one stick announce together; by default two of the largest.
     */
    @WithDefault("17179869184")
    @Min(1)
    long openBytes();

    /** A report that got no byte for so long is ended. */
    @WithDefault("P14D")
    Duration abandonedAfter();
}
