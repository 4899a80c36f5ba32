package org.metalayer.agent.time;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Measures time without a clock that someone may set: how long the computer has been up. Readings
 * of one boot can be compared across restarts of the agent.
 */
@FunctionalInterface
public interface Uptime {

    Reading read() throws IOException;

    /**
     * One reading.
     *
     * @param boot names the boot
     */
    record Reading(String boot, Duration up) {

        /** Time since an earlier reading; nothing when the computer was off in between. */
        public Duration since(Reading earlier) {
            Duration passed = up.minus(earlier.up());
            return boot.equals(earlier.boot()) && !passed.isNegative() ? passed : Duration.ZERO;
        }

        public static Reading read(JsonObject json) {
            return new Reading(json.string("boot"), Duration.ofMillis(json.integer("up_millis")));
        }

        public JsonObject write() {
            return new JsonBuilder().put("boot", boot).put("up_millis", up.toMillis()).build();
        }
    }

    /** As the running kernel counts it. */
    static Uptime ofThisComputer() {
        return () -> {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            String uptime = Files.readString(Path.of("/proc/uptime"));
            String seconds = uptime.substring(0, uptime.indexOf(' '));
            return new Reading(
                    boot, Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValue()));
        };
    }
}
