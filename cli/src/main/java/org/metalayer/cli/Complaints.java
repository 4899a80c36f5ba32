package org.metalayer.cli;

import java.util.concurrent.Callable;
import org.metalayer.cli.output.PlainText;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.rest.ProblemException;
import org.metalayer.protocol.MalformedDocumentException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on standard error and an exit code. */
final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Environment environment;

    Complaints(Environment environment) {
        this.environment = environment;
    }

    /** The command was not understood. */
    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        IParameterExceptionHandler own = command.getParameterExceptionHandler();
        if (own != this) {
            return delegate(() -> own.handleParseException(e, arguments));
        }
        complain(String.valueOf(e.getMessage()));
        UnmatchedArgumentException.printSuggestions(e, command.getErr());
        environment
                .err()
                .println("See %s --help".formatted(command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    /** The command failed. */
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        IExecutionExceptionHandler own = command.getExecutionExceptionHandler();
        if (own != this) {
            return delegate(() -> own.handleExecutionException(e, command, parsed));
        }
        switch (e) {
            case CliException failure -> complain(failure.line());
            case ProblemException problem -> complain(problem.line() + hint(problem));
            case MalformedDocumentException malformed ->
                    complain(String.valueOf(malformed.getMessage()));
            default -> unexpected(e);
        }
        return ExitCode.SOFTWARE;
    }

    /** The agent's verbs bring handlers of their own, which pass on what they do not expect. */
    private int delegate(Callable<Integer> handler) {
        try {
            return handler.call();
        } catch (Exception e) {
            unexpected(e);
            return ExitCode.SOFTWARE;
        }
    }

    private static String hint(ProblemException problem) {
        return problem.status() == 401 && !problem.slug().equals("wrong-credentials")
                ? "; log in with ./metalayer login, or give a token with METALAYER_TOKEN"
                : "";
    }

    private void unexpected(Exception e) {
        boolean debug = environment.variable("METALAYER_DEBUG").isPresent();
        complain(
                "unexpected failure: %s%s"
                        .formatted(e, debug ? "" : "; METALAYER_DEBUG=1 shows where"));
        if (debug) {
            e.printStackTrace(environment.err());
        }
    }

    private void complain(String line) {
        environment.err().println("metalayer: " + PlainText.line(line));
    }
}
