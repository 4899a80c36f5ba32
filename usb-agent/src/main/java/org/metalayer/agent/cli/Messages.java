package org.metalayer.agent.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.PlainText;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** One clear line for everything that goes wrong, in these verbs and in those of image builders. */
public final class Messages {

    private static final String PROGRAM = "metalayer: ";

    private Messages() {}

    /**
     * Has a command and those below it say what goes wrong.
     *
     * @param expected failures that the verbs foresee beside those of files and of what is read;
     *     others are faults of the program
     */
    public static void install(CommandLine line, List<Class<? extends Exception>> expected) {
        line.setParameterExceptionHandler(Messages::misused);
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> failed(failure, command, expected));
    }

    private static int misused(ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        command.getErr()
                .println(
                        "%s%s; %s --help tells more"
                                .formatted(
                                        PROGRAM,
                                        PlainText.line(String.valueOf(misuse.getMessage())),
                                        command.getCommandSpec().qualifiedName()));
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    private static int failed(
            Exception failure, CommandLine command, List<Class<? extends Exception>> expected)
            throws Exception {
        if (!(failure instanceof IOException
                || failure instanceof MalformedDocumentException
                || expected.stream().anyMatch(kind -> kind.isInstance(failure)))) {
            throw failure;
        }
        command.getErr().println(PROGRAM + PlainText.lines(explain(failure)));
        command.getErr().flush();
        return ExitCode.SOFTWARE;
    }

    private static String explain(Exception failure) {
        String message = failure.getMessage();
        return switch (failure) {
            case AccessDeniedException e ->
                    "no permission for %s: as another account, or with sudo?"
                            .formatted(e.getFile());
            case NoSuchFileException e -> e.getFile() + " does not exist";
            default -> message == null ? failure.getClass().getSimpleName() : message;
        };
    }
}
