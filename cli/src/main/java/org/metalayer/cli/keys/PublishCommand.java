package org.metalayer.cli.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.rest.Answer;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keys publish}: brings signed metadata to the Main System. */
@Command(
        name = "publish",
        description = "Bring what is fully signed to the Main System, all of it or nothing.",
        footer = {
            "",
            "Copies of one signing file with the signatures of several keepers are put together."
                    + " The Main",
            "System checks them as sticks do, and takes nothing that a stick would refuse."
        })
public final class PublishCommand implements Callable<Integer> {
    @Mixin private Connection connection;
    @Mixin private Presentation presentation;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Signing files.")
    private List<Path> paths;

    @Override
    public Integer call() throws IOException {
        SigningFile file = SigningFile.read(paths.getFirst());
        for (Path more : paths.subList(1, paths.size())) {
            file = file.mergedWith(SigningFile.read(more));
        }
        List<TrustFile> documents = complete(file);
        Answer answer =
                connection
                        .open()
                        .post(
                                new Query("/trust/metadata"),
                                new JsonBuilder()
                                        .put("documents", documents, TrustFile::write)
                                        .build());
        List<TrustFile> left = new ArrayList<>(file.documents());
        left.removeAll(documents);
        presentation.show(
                answer,
                (output, json) -> {
                    documents.forEach(it -> output.line("Published %s.".formatted(it.name())));
                    left.forEach(it ->
                            output.line("Left out, not fully signed: %s.".formatted(it.name())));
                });
        return 0;
    }

    /** What only waits for other keepers stays where it is. */
    private static List<TrustFile> complete(SigningFile file) {
        List<TrustFile> complete =
                file.documents().stream()
                        .filter(document -> file.demands(document).stream().allMatch(Demand::isMet))
                        .toList();
        if (complete.isEmpty()) {
            throw new CliException(
                    file.documents().isEmpty()
                            ? "there is nothing in it to publish"
                            : "nothing in it is fully signed. "
                                    + file.documents().stream()
                                            .map(document ->
                                                    document.name()
                                                            + ": "
                                                            + SigningText.signatures(
                                                                    file.demands(document)))
                                            .collect(Collectors.joining(". ")));
        }
        return complete;
    }
}
