package org.metalayer.cli.keys;

import java.io.IOException;
import java.nio.file.Path;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.Environment;
import picocli.CommandLine.Parameters;

/** The signing file that a change of keys is written into. */
public final class Prepared {
    private final Environment environment;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description =
                    "The signing file, as keys pending --out makes it; the change is added to it.")
    private Path path;

    public Prepared(Environment environment) {
        this.environment = environment;
    }

    Preparation begin() throws IOException {
        return new Preparation(SigningFile.read(path), environment.clock().instant());
    }

    /** Writes it, and says what is to be signed now. */
    int finish(Preparation preparation) throws IOException {
        preparation.file().write(path);
        Output output = new Output(environment);
        new SigningText(environment.clock()).print(output, preparation.file());
        output.line("Written to %s; sign it with ./metalayer keys sign".formatted(path));
        return 0;
    }
}
