package org.metalayer.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.metalayer.cli.platform.Environment;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** The verbs, put together for one run. */
public final class MetaLayer {

    private MetaLayer() {}

    public static CommandLine in(Environment environment) {
        Complaints complaints = new Complaints(environment);
        return new CommandLine(new MetaLayerCommand(), new EnvironmentFactory(environment))
                .registerConverter(ComponentName.class, MetaLayer::componentName)
                .setOut(writer(environment.out()))
                .setErr(writer(environment.err()))
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(complaints)
                .setParameterExceptionHandler(complaints);
    }

    private static ComponentName componentName(String text) {
        try {
            return new ComponentName(text);
        } catch (MalformedDocumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
