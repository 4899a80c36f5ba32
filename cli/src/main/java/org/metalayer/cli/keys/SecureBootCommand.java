package org.metalayer.cli.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.metalayer.cli.output.Details;
import org.metalayer.cli.output.Output;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.build.NewSecureBootKeys;
import org.metalayer.image.build.SecureBootKeys;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys secure-boot}: what images that boot are signed with. */
@Command(
        name = "secure-boot",
        description = {
            "Make a key and its certificate in new files, for computers with Secure Boot. Images"
                    + " are signed with them (image build --sign-key, --sign-certificate)."
        },
        footer = {
            "",
            "NAME.key signs: whoever reads it can make images that your computers start.",
            "NAME.pem and NAME.cer are the certificate, and no secret.",
            "docs/images.md says how a computer learns it."
        })
public final class SecureBootCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "As firmware shall list it, such as our-sticks.")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Gets the files; nothing is overwritten. Default: where you are.")
    private Path folder;

    @Option(names = "--json", description = "Print the files' names as JSON.")
    private boolean json;

    public SecureBootCommand(Environment environment) {
        this.output = new Output(environment);
    }

    @Override
    public Integer call() throws IOException {
        try {
            NewSecureBootKeys keys = new NewSecureBootKeys(name, folder);
            show(keys.make(), keys.firmwareFile());
        } catch (ImageException e) {
            throw new CliException(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }

    private void show(SecureBootKeys keys, Path firmwareFile) {
        if (json) {
            output.json(
                    Json.write(
                            new JsonBuilder()
                                    .put("key", keys.key().toString())
                                    .put("certificate", keys.certificate().toString())
                                    .put("certificate_for_firmware", firmwareFile.toString())
                                    .build()));
        } else {
            output.details(
                    new Details()
                            .add("Key", keys.key().toString())
                            .add("Certificate", keys.certificate().toString())
                            .add("For firmware", firmwareFile.toString()));
        }
    }
}
