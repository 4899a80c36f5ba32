package org.metalayer.cli.up;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.cli.platform.Installation;
import org.metalayer.cli.process.Java;

/** What the Main System runs on. */
sealed interface Engine {

    /** The native program where it was built of what is built now, else a JVM. */
    static Engine of(Installation installation) {
        NativeProgram program = NativeProgram.of(installation);
        return program.usable()
                ? new Native(program.file())
                : jvm(installation, program.complaint());
    }

    /**
     * A JVM.
     *
     * @param complaint why there is nothing better, where somebody may expect that
     */
    static Engine jvm(Installation installation, Optional<String> complaint) {
        return new Jvm(
                installation.server(),
                installation.serverOptions(),
                AotCache.of(installation).usable(),
                complaint);
    }

    /** The command that starts the Main System with these options of its JVM, and settings. */
    List<String> command(List<String> options);

    /** For people, after "runs". */
    String description();

    /** By itself; it takes settings as a JVM does. */
    record Native(Path program) implements Engine {

        @Override
        public List<String> command(List<String> options) {
            List<String> words = new ArrayList<>(List.of(program.toString()));
            words.addAll(options);
            return words;
        }

        @Override
        public String description() {
            return "natively";
        }
    }

    /**
     * On the JVM that runs this program.
     *
     * @param options a file of java's
     * @param cache what it learned at an earlier start
     * @param complaint why it does not run natively
     */
    record Jvm(Path jar, Path options, Optional<Path> cache, Optional<String> complaint)
            implements Engine {

        @Override
        public List<String> command(List<String> more) {
            List<String> words = new ArrayList<>(List.of(Java.program(), "@" + options));
            cache.map(AotCache::options).ifPresent(words::addAll);
            words.addAll(more);
            words.addAll(List.of("-jar", jar.toString()));
            return words;
        }

        @Override
        public String description() {
            return (cache.isPresent()
                            ? "on a JVM with its AOT cache, which halves its start"
                            : "on a JVM")
                    + complaint.map(" (%s)"::formatted).orElse("");
        }
    }
}
