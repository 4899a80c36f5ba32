package org.metalayer.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.metalayer.cli.image.ImageVerbs;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.stick.StickVerbs;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.system.SystemVersion;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The verbs, put together for one run. */
public final class MetaLayer {

    private MetaLayer() {}

    public static CommandLine in(Environment environment) {
        Complaints complaints = new Complaints(environment);
        CommandLine all =
                new CommandLine(new MetaLayerCommand(), new EnvironmentFactory(environment))
                        .registerConverter(ComponentName.class, parsing(ComponentName::new))
                        .registerConverter(ModuleId.class, parsing(ModuleId::new))
                        .registerConverter(ModuleName.class, parsing(ModuleName::new))
                        .registerConverter(UpgradeType.class, parsing(UpgradeType::parse))
                        .registerConverter(SystemVersion.class, parsing(SystemVersion::new))
                        .setOut(writer(environment.out()))
                        .setErr(writer(environment.err()))
                        .setExecutionExceptionHandler(complaints)
                        .setParameterExceptionHandler(complaints);
        // Added last, because these verbs explain their failures themselves.
        return all.addSubcommand(StickVerbs.in(environment))
                .addSubcommand(ImageVerbs.in(environment))
                .setUsageHelpAutoWidth(true);
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

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
