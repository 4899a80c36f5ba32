package org.metalayer.agent.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.metalayer.agent.daemon.AgentLoop;
import org.metalayer.agent.daemon.LocalParts;
import org.metalayer.agent.stick.AgentLog;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.StickLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the agent. */
@Command(
        name = "run",
        description = "Runs the agent until it is told to stop (Ctrl-C or SIGTERM).",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Mixin private StickOptions options;

    @Option(names = "--once", description = "Do one round and end.")
    private boolean once;

    @Override
    public Integer call() throws IOException, InterruptedException {
        StickDirectory stick = options.stick();
        LocalParts local = AgentLoop.open(stick);
        AgentLog log = new AgentLog(stick.log(), InstantSource.system(), Optional.of(System.err));
        try (StickLock lock = Locks.acquire(stick)) {
            AgentLoop agent = AgentLoop.of(local, log);
            if (once) {
                agent.once(lock);
            } else {
                agent.run(lock);
            }
        }
        return 0;
    }
}
