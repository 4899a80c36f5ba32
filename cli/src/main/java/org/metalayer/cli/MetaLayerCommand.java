package org.metalayer.cli;

import org.metalayer.cli.catalog.ComponentsCommand;
import org.metalayer.cli.catalog.ReleasesCommand;
import org.metalayer.cli.evaluation.EvaluateCommand;
import org.metalayer.cli.evaluation.ReportsCommand;
import org.metalayer.cli.fleet.CodesCommand;
import org.metalayer.cli.fleet.SticksCommand;
import org.metalayer.cli.keys.KeysCommand;
import org.metalayer.cli.login.LoginCommand;
import org.metalayer.cli.login.LogoutCommand;
import org.metalayer.cli.login.WhoamiCommand;
import org.metalayer.cli.operator.OperatorCommand;
import org.metalayer.cli.policy.PoliciesCommand;
import org.metalayer.cli.rollout.DeployCommand;
import org.metalayer.cli.rollout.RolloutsCommand;
import org.metalayer.cli.stick.PublishCommand;
import org.metalayer.cli.stick.ReportCommand;
import org.metalayer.cli.up.UpCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The root of the verbs; does nothing by itself. */
@Command(
        name = "./metalayer",
        description = "A network of USB sticks that improve each other.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        version = "Meta Layer 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            ReportCommand.class,
            PublishCommand.class,
            EvaluateCommand.class,
            DeployCommand.class,
            SticksCommand.class,
            CodesCommand.class,
            ReportsCommand.class,
            RolloutsCommand.class,
            PoliciesCommand.class,
            ReleasesCommand.class,
            ComponentsCommand.class,
            KeysCommand.class,
            LoginCommand.class,
            LogoutCommand.class,
            WhoamiCommand.class,
            OperatorCommand.class
        })
final class MetaLayerCommand {}
