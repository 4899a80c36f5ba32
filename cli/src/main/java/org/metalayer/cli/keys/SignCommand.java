package org.metalayer.cli.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.tuf.model.TufKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys sign}: adds one's signature to what one's key may sign. */
@Command(
        name = "sign",
        description = "Add a key's signature to every document in a signing file that it may sign.",
        footer = {
            "",
            "Look at it first: ./metalayer keys show FILE",
            "Several keepers sign one after the other, or each their own copy: keys publish takes"
                    + " all."
        })
public final class SignCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(paramLabel = "FILE", description = "The signing file; it is replaced.")
    private Path path;

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "Your key file.")
    private Path key;

    @Mixin private Passphrase passphrase;

    public SignCommand(Environment environment) {
        this.output = new Output(environment);
    }

    @Override
    public Integer call() throws IOException {
        SigningFile file = SigningFile.read(path);
        SigningKey signer = HeldKey.open(key, passphrase);
        TufKey half = TufKey.of(signer.publicKey());
        List<TrustFile> mine =
                file.documents().stream()
                        .filter(document ->
                                file.demands(document).stream()
                                        .anyMatch(demand -> demand.mayBeSignedBy(half)))
                        .toList();
        if (mine.isEmpty()) {
            throw new CliException(
                    "%s (%s) signs for nothing in %s; keys show tells whose signatures are missing"
                            .formatted(key, KeyNames.brief(half), path));
        }
        SigningFile signed = file;
        for (TrustFile document : mine) {
            signed = signed.with(document.signedWith(signer));
        }
        signed.write(path);
        for (String line : missing(signed, mine)) {
            output.line(line);
        }
        return 0;
    }

    private static List<String> missing(SigningFile file, List<TrustFile> mine) {
        List<String> lines = new ArrayList<>();
        for (TrustFile document : mine) {
            file.document(document.role())
                    .ifPresent(signed ->
                            lines.add(
                                    "Signed %s %d. %s"
                                            .formatted(
                                                    signed.role(),
                                                    signed.version(),
                                                    SigningText.signatures(file.demands(signed)))));
        }
        return lines;
    }
}
