package org.metalayer.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.Callable;
import org.metalayer.agent.stick.NotAStickException;
import org.metalayer.cli.platform.CliException;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.platform.Reasons;
import org.metalayer.cli.rest.ProblemException;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.PlainText;
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
        return own == this
                ? failed(e)
                : delegate(() -> own.handleExecutionException(e, command, parsed));
    }

    /** The agent's verbs bring handlers of their own, which pass on what they do not expect. */
    private int delegate(Callable<Integer> handler) {
        try {
            return handler.call();
        } catch (Exception e) {
            return failed(e);
        }
    }

    private int failed(Exception e) {
        switch (e) {
            case CliException failure -> complain(failure.line());
            case ProblemException problem -> complain(problem.line() + hint(problem));
            case MalformedDocumentException _, NotAStickException _ ->
                    complain(String.valueOf(e.getMessage()));
            case FileSystemException io when io.getFile() != null ->
                    complain("%s: %s".formatted(io.getFile(), Reasons.of(io)));
            case IOException io -> complain(Reasons.of(io));
            default -> unexpected(e);
        }
        return ExitCode.SOFTWARE;
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
