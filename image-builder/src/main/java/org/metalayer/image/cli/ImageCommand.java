package org.metalayer.image.cli;

import java.net.URI;
import java.util.List;
import org.metalayer.agent.cli.Messages;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.image.base.ImageException;
import org.metalayer.protocol.MalformedDocumentException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code ./metalayer image}: bootable images. {@link #commandLine} gives it with its converters and
 * error messages.
 */
@Command(
        name = "image",
        description = "Build images that boot, and bring them to sticks.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:it could not be done; the message says why", "2:misused"},
        footer = {
            "",
            "  ./metalayer image build --profile console",
            "  ./metalayer image list",
            "  sudo ./metalayer image flash IMAGE --to /dev/sdX --server URL --trust 1.root.json",
            "",
            "docs/images.md tells more."
        })
public final class ImageCommand implements Runnable {

    @Spec private CommandSpec spec;

    private ImageCommand() {}

    /** The command, ready to be executed or added to another one. */
    public static CommandLine commandLine(Surroundings surroundings) {
        CommandLine line =
                new CommandLine(new ImageCommand())
                        .addSubcommand(new BuildCommand(surroundings))
                        .addSubcommand(new FlashCommand(surroundings))
                        .addSubcommand(new VerifyCommand(surroundings))
                        .addSubcommand(new ListCommand(surroundings));
        line.registerConverter(URI.class, ImageCommand::server);
        line.registerConverter(ByteCount.class, ByteCount::parse);
        Messages.install(line, List.of(ImageException.class));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do");
    }

    private static URI server(String text) {
        try {
            return StickConfig.server(text);
        } catch (MalformedDocumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
