package org.metalayer.cli.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
        description = "Bring signed documents to the Main System, all of them or none.",
        footer = {
            "",
            "Copies of one signing file with the signatures of several keepers are put together. The Main",
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
        if (file.documents().isEmpty()) {
            throw new CliException("there is nothing in it to publish");
        }
        List<TrustFile> documents = file.documents();
        Answer answer =
                connection
                        .open()
                        .post(
                                new Query("/trust/metadata"),
                                new JsonBuilder()
                                        .put("documents", documents, TrustFile::write)
                                        .build());
        presentation.show(
                answer,
                (output, json) ->
                        documents.forEach(document ->
                                output.line(
                                        "Published %s %d."
                                                .formatted(
                                                        document.role(), document.version()))));
        return 0;
    }
}
