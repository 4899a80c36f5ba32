package org.metalayer.cli.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.Answer;
import org.metalayer.cli.rest.Connection;
import org.metalayer.cli.rest.Presentation;
import org.metalayer.cli.rest.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys pending}: fetches what awaits a signature. */
@Command(
        name = "pending",
        description = "Show what awaits a signature, and write it into a signing file.",
        footer = {
            "",
            "The file also has what is published, so that keys show and keys prepare work without"
                    + " the",
            "Main System. Fetch one too when nothing waits, to prepare a change of keys."
        })
public final class PendingCommand implements Runnable {
    private final SigningText text;

    @Mixin private Connection connection;
    @Mixin private Presentation presentation;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the signing file; never over another.")
    private @Nullable Path out;

    public PendingCommand(Environment environment) {
        this.text = new SigningText(environment.clock());
    }

    @Override
    public void run() {
        Path target = out;
        if (target != null) {
            HeldKey.requireAbsent(target);
        }
        Answer answer = connection.open().get(new Query("/trust/signing-file"));
        SigningFile file = SigningFile.parse(answer.body());
        if (target != null) {
            write(file, target);
        }
        presentation.show(answer, (output, json) -> print(output, file));
    }

    private void print(Output output, SigningFile file) {
        text.print(output, file);
        if (out != null) {
            output.line("Written to " + out);
        } else if (!file.documents().isEmpty()) {
            output.line("To sign it: ./metalayer keys pending --out FILE");
        }
    }

    private static void write(SigningFile file, Path target) {
        try {
            file.write(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
