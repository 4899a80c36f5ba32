package org.metalayer.image.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.metalayer.image.base.ImageException;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.PlainText;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** One clear line for everything that goes wrong. */
final class Messages {

    private static final String PROGRAM = "metalayer: ";

    private Messages() {}

    static void install(CommandLine line) {
        line.setParameterExceptionHandler(Messages::misused);
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
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

    private static int failed(Exception failure, CommandLine command) throws Exception {
        boolean expected =
                failure instanceof IOException
                        || failure instanceof ImageException
                        || failure instanceof MalformedDocumentException;
        if (!expected) {
            throw failure;
        }
        command.getErr().println(PROGRAM + PlainText.line(explain(failure)));
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
