package org.metalayer.agent.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.metalayer.agent.stick.Storage;
import org.metalayer.agent.system.SystemAnswer;
import org.metalayer.agent.system.SystemUpgrades;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the part of a bootable stick does that may write what a computer boots. */
@Command(
        name = "apply-system",
        description = {
            "Carries out what the agent of a bootable stick has asked for: to stage a system that"
                    + " the fleet's keys vouch for, to forget it again, or to go back to the one"
                    + " before.",
            "A unit of the system runs it as root; it needs no network."
        },
        mixinStandardHelpOptions = true)
final class SystemCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Override
    public Integer call() throws IOException {
        Optional<SystemAnswer> answer =
                SystemUpgrades.desk(
                                options.stick(),
                                Storage.ofProcess().files(),
                                InstantSource.system())
                        .serve();
        String text = answer.map(SystemCommand::text).orElse("there is nothing to do");
        spec.commandLine().getOut().println(text);
        return 0;
    }

    private static String text(SystemAnswer answer) {
        String deed =
                switch (answer.order().deed()) {
                    case STAGE -> "the new system is written, the next start tries it";
                    case FORGET -> "what was staged is not tried";
                    case RETURN -> "the next start goes to the system before";
                };
        return answer.trouble().map(why -> "not done: " + why.reason()).orElse(deed);
    }
}
