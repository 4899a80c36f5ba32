package org.metalayer.agent.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.metalayer.agent.program.AgentPlaces;
import org.metalayer.agent.screen.FactsReader;
import org.metalayer.agent.screen.Screen;
import org.metalayer.agent.system.SystemPlaces;
import org.metalayer.agent.usb.KernelRoots;
import org.metalayer.protocol.json.JsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The page on a booted stick's screen. */
@Command(
        name = "screen",
        description =
                "Shows on the whole terminal how the stick is and what is being done, until it is"
                        + " told to stop. The stick need not be prepared yet.",
        mixinStandardHelpOptions = true)
final class ScreenCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StickOptions options;

    @Option(names = "--once", description = "Print it once, line by line.")
    private boolean once;

    @Override
    public Integer call() throws IOException, InterruptedException {
        FactsReader reader =
                new FactsReader(
                        options.directory(),
                        KernelRoots.running(),
                        SystemPlaces.ofImage(),
                        AgentPlaces.ofImage());
        if (once) {
            List<String> lines = Screen.lines(reader);
            new Output(spec, options)
                    .print(
                            new JsonBuilder().strings("lines", lines, line -> line).build(),
                            String.join(System.lineSeparator(), lines));
        } else {
            // Not the console's stream: that writes in the character set of a locale, if any.
            Screen.run(reader, new FileOutputStream(FileDescriptor.out));
        }
        return 0;
    }
}
