package org.metalayer.agent.install;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.metalayer.agent.content.OwnersContent;
import org.metalayer.agent.feed.Mandate;
import org.metalayer.agent.feed.Releases;
import org.metalayer.agent.files.DiskSpace;
import org.metalayer.agent.net.MainSystem;
import org.metalayer.agent.outcome.OutcomeSpool;
import org.metalayer.agent.report.SentReports;
import org.metalayer.agent.system.SystemDoor;
import org.metalayer.agent.time.Uptime;
import org.metalayer.protocol.ModuleId;

/** Puts an {@link Installer} together. */
public final class Installers {

    private Installers() {}

    /**
     * What installing needs from the rest of the agent.
     *
     * @param stickId of the enrolled stick
     * @param door to the system that the agent runs in
     * @param agent to what chooses the agent that runs
     */
    public record Surroundings(
            MainSystem server,
            Releases releases,
            Mandate mandate,
            OwnersContent owners,
            SentReports reports,
            OutcomeSpool outcomes,
            DiskSpace space,
            InstantSource clock,
            Uptime uptime,
            UUID stickId,
            ModuleId moduleId,
            SystemDoor door,
            SystemDoor agent) {}

    public static Installer installer(
            Workbench bench, Attempts attempts, OwnerRequests requests, Surroundings around) {
        Backoff backoff = new Backoff();
        Conclusion conclusion =
                new Conclusion(
                        bench, around.releases(), around.outcomes(), attempts, requests, backoff);
        return new Installer(
                bench,
                new Steps(
                        bench.journal(),
                        stages(bench, around, backoff),
                        conclusion,
                        around.stickId(),
                        around.moduleId(),
                        around.clock()),
                new Choice(bench.stick(), bench.scanner(), attempts, backoff),
                backoff,
                requests);
    }

    private static Stages stages(Workbench bench, Surroundings around, Backoff backoff) {
        Stager stager =
                new Stager(
                        bench,
                        new Downloads(around.server(), bench.stick(), bench.files()),
                        around.space());
        Setbacks setbacks = new Setbacks(bench, backoff);
        return new Stages(
                content(bench, around, stager, setbacks),
                system(bench, around, around.door(), stager, setbacks),
                system(bench, around, around.agent(), stager, setbacks));
    }

    private static Map<Phase, Step> content(
            Workbench bench, Surroundings around, Stager stager, Setbacks setbacks) {
        Preparation preparation =
                new Preparation(
                        bench,
                        around.releases(),
                        around.mandate(),
                        around.owners(),
                        new Planner(bench.stick(), around.reports()),
                        stager,
                        setbacks);
        Activation activation = new Activation(bench, around.releases(), around.mandate());
        return Map.of(
                Phase.DOWNLOADING,
                preparation,
                Phase.STAGED,
                activation,
                Phase.ACTIVATING,
                activation,
                Phase.ACTIVATED,
                new Verification(bench, new HealthCheckup(), around.uptime()),
                Phase.RETURNING,
                new WayBack(bench, stager),
                Phase.SWITCHING_BACK,
                new Departure(bench));
    }

    private static Map<Phase, Step> system(
            Workbench bench,
            Surroundings around,
            SystemDoor door,
            Stager stager,
            Setbacks setbacks) {
        SystemActivation activation =
                new SystemActivation(bench, door, around.releases(), around.mandate());
        return Map.of(
                Phase.DOWNLOADING,
                new SystemPreparation(
                        bench, door, around.releases(), around.mandate(), stager, setbacks),
                Phase.STAGED,
                activation,
                Phase.ACTIVATING,
                activation,
                Phase.ACTIVATED,
                new SystemVerification(bench, door, around.uptime()),
                Phase.RETURNING,
                new SystemReturn(bench, door));
    }
}
