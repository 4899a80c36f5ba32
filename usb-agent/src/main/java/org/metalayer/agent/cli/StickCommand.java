package org.metalayer.agent.cli;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.metalayer.agent.stick.NotAStickException;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.Claim;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The verbs of one stick: the agent's own program, and {@code ./metalayer stick …} of a whole
 * installation. {@link #commandLine} gives it with its converters and error messages.
 */
@Command(
        name = "stick",
        description = "Prepares, runs and asks one stick.",
        mixinStandardHelpOptions = true,
        version = "Meta Layer agent 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:it could not be done; the message says why", "2:misused"})
public final class StickCommand implements Runnable {

    @Spec private CommandSpec spec;

    /** The command, ready to be executed or added to another one. */
    public static CommandLine commandLine() {
        return with(List.of(Verb.values()));
    }

    /**
     * The command for these arguments alone: to put all verbs together takes longer than most of
     * them need for their work.
     */
    static CommandLine commandLineFor(String... arguments) {
        return Stream.of(arguments)
                .findFirst()
                .flatMap(Verb::of)
                .map(verb -> with(List.of(verb)))
                .orElseGet(StickCommand::commandLine);
    }

    private static CommandLine with(List<Verb> verbs) {
        CommandLine line = new CommandLine(new StickCommand());
        verbs.forEach(verb -> line.addSubcommand(verb.word(), verb.command()));
        line.registerConverter(ComponentName.class, parsing(ComponentName::new));
        line.registerConverter(ModuleId.class, parsing(ModuleId::new));
        line.registerConverter(ModuleName.class, parsing(ModuleName::new));
        line.registerConverter(UpgradeType.class, parsing(UpgradeType::parse));
        line.registerConverter(Claim.class, parsing(ClaimText::parse));
        line.registerConverter(URI.class, parsing(StickConfig::server));
        Messages.install(line, List.of(FailureException.class, NotAStickException.class));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do");
    }

    private static <T> ITypeConverter<T> parsing(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (MalformedDocumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }
}
