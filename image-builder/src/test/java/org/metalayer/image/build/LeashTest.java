package org.metalayer.image.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {

    @TempDir Path folder;

    /** A build that is broken off. */
    static final class Build {

        public static void main(String[] arguments) throws Exception {
            new LongRun(
                            "build",
                            List.of("sh", "-c", "sh -c 'echo $$; sleep 1000; :'; :"),
                            Map.of(),
                            Path.of(arguments[0]))
                    .run(System.out::println);
        }
    }

    @Test
    void whatABuildHasStartedEndsWithIt() throws Exception {
        Process build =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Build.class.getName(),
                                folder.resolve("log").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = build.inputReader()) {
            ProcessHandle grandchild =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(grandchild.isAlive()).isTrue();
            build.destroy();
            assertThat(build.waitFor(30, TimeUnit.SECONDS)).isTrue();
            grandchild.onExit().get(10, TimeUnit.SECONDS);
        }
    }
}
