package org.metalayer.cli.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What stands before a command so that its process does not hear the terminal's Ctrl-C, which is
 * for this program to pass on in order, and gets SIGTERM from the kernel when this program dies
 * without having ended it.
 */
final class Leash {
    private static final List<String> PREFIX = List.of("setpriv", "--pdeathsig", "TERM", "setsid");

    private Leash() {}

    /** The command on the leash; as it is where util-linux is not the one that is expected. */
    static List<String> on(List<String> command) {
        List<String> words = new ArrayList<>();
        if (Holder.WORKS) {
            words.addAll(PREFIX);
        }
        words.addAll(command);
        return words;
    }

    private static final class Holder {
        static final boolean WORKS = works();

        private static boolean works() {
            List<String> probe = new ArrayList<>(PREFIX);
            probe.add("true");
            try {
                Process process =
                        new ProcessBuilder(probe)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start();
                return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
