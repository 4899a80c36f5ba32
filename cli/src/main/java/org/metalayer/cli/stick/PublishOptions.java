package org.metalayer.cli.stick;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Connection;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.UpgradeType;
import picocli.CommandLine.Option;

/** What is said of everything that is published, and its publication. */
final class PublishOptions {

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "feature",
            description = "feature, performance, bugfix, security or ux. Default: feature.")
    private UpgradeType type;

    @Option(
            names = "--feature",
            paramLabel = "NAME",
            description = "Something people can do now; may be given again.")
    private List<String> features = List.of();

    @Option(
            names = "--stick",
            paramLabel = "DIR",
            description = "The publisher's directory. Default: DATA/sticks/publisher.")
    private @Nullable Path directory;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Makes a report of it, sends it, and says with what the program ends. */
    int publish(
            Environment environment,
            Connection connection,
            ComponentName component,
            String description,
            Publisher.Content content)
            throws IOException {
        Publisher publisher =
                new Publisher(
                        directory == null
                                ? connection.data().sticks().resolve(Publisher.NAME)
                                : directory.toAbsolutePath().normalize());
        publisher.prepare(connection);
        // Of hundreds of megabytes each of these takes its time.
        environment.err().println("Cutting it into pieces.");
        publisher.layOut(component, content);
        environment.err().println("Making a report of it.");
        ModuleId name = new ModuleId(Publisher.NAME);
        KeptReport kept =
                KeptReport.of(
                        publisher.root(),
                        new Improvement(
                                name,
                                component,
                                type,
                                description,
                                List.of(),
                                features,
                                List.of()));
        environment.err().println("Sending it.");
        Delivery delivery = Delivery.attempt(publisher.root(), kept.id());
        return new ReportOutcome(name, publisher.root(), kept, delivery).tell(environment, json);
    }
}
