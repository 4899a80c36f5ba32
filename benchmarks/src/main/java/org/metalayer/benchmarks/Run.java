package org.metalayer.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.load.Pgbench;
import org.metalayer.benchmarks.load.Wrk;
import org.metalayer.benchmarks.report.Result;
import org.metalayer.benchmarks.scenario.CheckInLoad;
import org.metalayer.benchmarks.scenario.FeedPolls;
import org.metalayer.benchmarks.scenario.Fleet;
import org.metalayer.benchmarks.scenario.FleetSize;
import org.metalayer.benchmarks.scenario.InstallTime;
import org.metalayer.benchmarks.scenario.NativeAgent;
import org.metalayer.benchmarks.scenario.NativeServer;
import org.metalayer.benchmarks.scenario.ReportIntake;
import org.metalayer.benchmarks.scenario.ResidentMemory;
import org.metalayer.benchmarks.scenario.RolloutStart;
import org.metalayer.benchmarks.scenario.Stage;
import org.metalayer.benchmarks.scenario.SticksPage;
import org.metalayer.benchmarks.scenario.TokenCheck;
import org.metalayer.benchmarks.scenario.TrustRefresh;
import org.metalayer.benchmarks.system.Command;
import org.metalayer.benchmarks.system.Machine;
import org.metalayer.benchmarks.system.MainSystem;
import org.metalayer.benchmarks.system.Programs;

/** One run of all benchmarks: a fresh Main System with a small fleet, then one with a large. */
final class Run {
    private final Programs programs;
    private final Plan plan;
    private final Set<Part> parts;
    private final Path wrk;
    private final Path nginx;
    private final Path pgbench;
    private final PrintWriter progress;
    private final Path directory;

    Run(
            Programs programs,
            Plan plan,
            Set<Part> parts,
            Path wrk,
            Path nginx,
            Path pgbench,
            PrintWriter progress) {
        this.programs = programs;
        this.plan = plan;
        this.parts = Set.copyOf(parts);
        this.wrk = wrk;
        this.nginx = nginx;
        this.pgbench = pgbench;
        this.progress = progress;
        this.directory = programs.home().resolve("benchmarks/target/run");
    }

    Result measure() throws IOException, InterruptedException {
        clear();
        Files.createDirectories(directory);
        Machine machine = Machine.here(directory);
        List<Line> small = stage(plan.smallFleet());
        List<Line> large = stage(plan.largeFleet());
        List<Line> server = parts.contains(Part.SERVER) ? server() : List.of();
        clear();
        List<Line> lines = new ArrayList<>(small);
        lines.addAll(large);
        lines.addAll(FleetSize.compare(small, large));
        lines.addAll(server);
        return new Result(Instant.now(), commit(), machine, setting(), lines);
    }

    private List<Line> stage(int sticks) throws IOException, InterruptedException {
        say("starting a Main System for %d sticks".formatted(sticks));
        Path place = Files.createDirectories(directory.resolve(Integer.toString(sticks)));
        Path work = Files.createDirectory(place.resolve("work"));
        try (MainSystem system = MainSystem.start(programs, place, settings())) {
            system.database().requireDurable();
            Fleet fleet = Fleet.enrol(system.database(), sticks);
            return all(
                    new Stage(
                            programs,
                            system,
                            fleet,
                            work,
                            plan.rounds(),
                            new Wrk(wrk, plan.load()),
                            nginx,
                            new Pgbench(pgbench, plan.load())));
        }
    }

    private List<Line> all(Stage stage) throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        if (parts.contains(Part.LOAD)) {
            lines.addAll(load(stage));
        }
        if (parts.contains(Part.REPORTS)) {
            say("reports");
            lines.addAll(new ReportIntake(stage, plan.smallFiles()).measure());
        }
        if (parts.contains(Part.INSTALLATIONS)) {
            say("installations");
            lines.addAll(new InstallTime(stage, plan.releaseMegabytes()).measure());
        }
        lines.addAll(new ResidentMemory(stage).measure());
        if (parts.contains(Part.AGENT) && stage.fleet().sticks().size() == plan.smallFleet()) {
            lines.addAll(agent(stage));
        }
        return lines;
    }

    /** How large the fleet is does not matter to an agent: with the small one only. */
    private List<Line> agent(Stage stage) throws IOException, InterruptedException {
        if (!programs.hasNativeAgent()) {
            say("no native agent, which ./metalayer build --native builds: left out");
            return List.of();
        }
        say("the native agent");
        return new NativeAgent(stage, plan.idle()).measure();
    }

    private List<Line> server() throws IOException, InterruptedException {
        if (!programs.hasNativeServer()) {
            say("no native server, which ./metalayer build --native builds: left out");
            return List.of();
        }
        say("the native server");
        Path place = Files.createDirectory(directory.resolve("server"));
        return new NativeServer(programs, place, plan.rounds()).measure();
    }

    private List<Line> load(Stage stage) throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        say("starts of rollouts");
        List<Line> starts = new RolloutStart(stage).measure();
        say("feed polls");
        lines.addAll(new FeedPolls(stage).measure());
        say("checks of tokens");
        lines.addAll(new TokenCheck(stage).measure());
        say("refreshes of trust metadata");
        lines.addAll(new TrustRefresh(stage).measure());
        say("check-ins");
        lines.addAll(new CheckInLoad(stage).measure());
        say("pages of sticks");
        lines.addAll(new SticksPage(stage).measure());
        lines.addAll(starts);
        return lines;
    }

    private static Map<String, String> settings() {
        // What is measured is work, not the time that people are given to look.
        return Map.of(
                "METALAYER_ROLLOUT_NOTICE", "0S",
                "METALAYER_ROLLOUT_VERIFY_FOR", "0S",
                // A whole fleet opens its sessions from one address.
                "METALAYER_SESSION_REQUESTS_PER_MINUTE", "1000000");
    }

    private List<String> setting() {
        return List.of(
                ("Every baseline is measured in turn with its figure (A B A B …), %d rounds after"
                     + " at least one to warm up; medians, with the lowest and the highest")
                        .formatted(plan.rounds().count()),
                "Server, database and load generator share these cores, so that absolute figures"
                        + " are lower than the server alone would reach: the ratios count",
                ("Load: wrk with %d connections and pgbench with %d, as many as the server has,"
                                + " %d s a round; PostgreSQL with fsync; server started as"
                                + " ./metalayer up starts it")
                        .formatted(Wrk.CONNECTIONS, Pgbench.CONNECTIONS, plan.load().toSeconds()));
    }

    private String commit() throws IOException {
        return Command.run(
                        "git", "-C", programs.home().toString(), "describe", "--always", "--dirty")
                .strip();
    }

    private void clear() throws IOException {
        Command.run("rm", "-rf", directory.toString());
    }

    private void say(String what) {
        progress.println(what + " …");
    }
}
