package org.metalayer.cli.rollout;

import org.metalayer.cli.evaluation.ExportOption;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Answer;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deploy}: what the sticks are told to install. */
@Command(
        name = "deploy",
        description = "Print the deployment manifest, as the sticks get it.",
        footer = {
            "",
            "Approved upgrades roll out by themselves; this shows where they are. With --json",
            "the answer has the manifest (payload) and the director's metadata that sticks verify.",
            "",
            "Of each release it names the first 20 changed files and the first 10 features. All",
            "of its files and features: ./metalayer releases show RELEASE_ID"
        })
public final class DeployCommand implements Runnable {
    private final ManifestText text;

    @Mixin private Connection connection;
    @Mixin private Presentation presentation;
    @Mixin private ExportOption export;

    public DeployCommand(Environment environment) {
        this.text = new ManifestText(environment.clock());
    }

    @Override
    public void run() {
        MainSystem mainSystem = connection.open();
        Answer manifest = mainSystem.get(new Query("/deployment-manifest"));
        presentation.show(manifest, text::print);
        export.run(mainSystem);
    }
}
