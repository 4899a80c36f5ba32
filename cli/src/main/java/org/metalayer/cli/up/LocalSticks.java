package org.metalayer.cli.up;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.process.Child;
import org.metalayer.cli.process.Crew;
import org.metalayer.cli.process.Java;
import org.metalayer.cli.rest.EnrolmentCode;
import org.metalayer.cli.rest.MainSystem;
import org.metalayer.cli.stick.VirtualStick;

/** The virtual sticks that {@code up} runs, each with an agent process of its own. */
final class LocalSticks {
    private static final List<String> MEMORY = List.of("-Xmx96m", "-XX:+UseSerialGC");

    private final Environment environment;
    private final DataDirectory data;
    private final URI url;

    LocalSticks(Environment environment, DataDirectory data, URI url) {
        this.environment = environment;
        this.data = data;
        this.url = url;
    }

    /** Starts the agents of the first {@code count} sticks, creating sticks that do not exist. */
    List<VirtualStick> start(int count, Crew agents, Messages messages) {
        List<VirtualStick> sticks =
                IntStream.rangeClosed(1, count).mapToObj(this::numbered).toList();
        List<VirtualStick> fresh = sticks.stream().filter(stick -> !stick.isEnrolled()).toList();
        Optional<String> code =
                fresh.isEmpty() ? Optional.empty() : Optional.of(code(fresh.size()));
        for (VirtualStick stick : sticks) {
            stick.prepare(url, fresh.contains(stick) ? code : Optional.empty());
            Child agent =
                    agents.start(
                            stick.moduleId(), command(stick), messages.marked(stick.moduleId()));
            agent.onEnd(() -> missed(agent, agents, messages));
        }
        return sticks;
    }

    private VirtualStick numbered(int number) {
        String moduleId = "usb_%03d".formatted(number);
        return new VirtualStick(moduleId, "Stick " + number, data.sticks().resolve(moduleId));
    }

    private String code(int uses) {
        String token =
                data.operatorToken()
                        .orElseThrow(() ->
                                new CliException(
                                        "the Main System has not written %s, so no stick can be enrolled"
                                                .formatted(data.operatorTokenFile())));
        return EnrolmentCode.shortLived(
                new MainSystem(url, Map.of("Authorization", "Bearer " + token)),
                "./metalayer up --sticks",
                uses);
    }

    private List<String> command(VirtualStick stick) {
        Path agent = environment.installation().agent();
        return Stream.of(
                        List.of(Java.program()),
                        MEMORY,
                        List.of("-jar", agent.toString(), "run", "--dir", stick.root().toString()))
                .flatMap(List::stream)
                .toList();
    }

    private static void missed(Child agent, Crew agents, Messages messages) {
        if (!agents.isDismissed()) {
            messages.died(agent, agent.await());
        }
    }
}
