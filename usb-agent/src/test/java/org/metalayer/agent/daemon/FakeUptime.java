package org.metalayer.agent.daemon;

import java.time.Duration;
import org.metalayer.agent.time.Uptime;

/** A computer that is as long up as a test says. */
public final class FakeUptime implements Uptime {

    private String boot = "first";
    private Duration up = Duration.ofMinutes(1);

    @Override
    public Reading read() {
        return new Reading(boot, up);
    }

    public void pass(Duration time) {
        up = up.plus(time);
    }

    public void reboot() {
        boot = boot + "+";
        up = Duration.ofSeconds(10);
    }
}
