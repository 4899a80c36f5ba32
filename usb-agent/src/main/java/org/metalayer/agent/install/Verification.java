package org.metalayer.agent.install;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.metalayer.agent.time.Uptime;
import org.metalayer.protocol.message.OutcomeResult;

/** {@link Phase#ACTIVATED}: the release runs and has to stay healthy for a while. */
final class Verification implements Step {

    /** Between two looks: a release that breaks late is left soon. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Workbench bench;
    private final HealthCheckup checkup;
    private final Uptime uptime;

    Verification(Workbench bench, HealthCheckup checkup, Uptime uptime) {
        this.bench = bench;
        this.checkup = checkup;
        this.uptime = uptime;
    }

    @Override
    public Progress take(Installation at) throws IOException {
        bench.record(at);
        List<String> faults = checkup.faults(bench.stick().content(at.component()));
        if (!faults.isEmpty()) {
            Ending ending =
                    Ending.of(OutcomeResult.FAILED, "not healthy: " + String.join("; ", faults));
            return new Progress.Next(at.with(ending).become(Phase.RETURNING));
        }
        Health health = at.health().seenAt(uptime.read());
        Installation now = at.with(health);
        Duration rest = at.order().verifyFor().minus(health.lasted());
        if (!rest.isPositive()) {
            Ending ending = Ending.of(OutcomeResult.VERIFIED, "");
            return new Progress.Next(now.with(ending).become(Phase.COMMITTED));
        }
        bench.journal().put(now);
        return new Progress.Later(rest.compareTo(LOOK) < 0 ? rest : LOOK);
    }
}
