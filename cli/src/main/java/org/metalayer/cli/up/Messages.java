package org.metalayer.cli.up;

import java.io.PrintStream;
import java.util.List;
import org.metalayer.cli.platform.DataDirectory;
import org.metalayer.cli.platform.Environment;
import org.metalayer.cli.process.Child;
import org.metalayer.cli.process.Crew;
import org.metalayer.cli.process.Lines;
import org.metalayer.cli.stick.VirtualStick;
import org.metalayer.protocol.PlainText;

/** What the person who runs {@code up} reads. */
final class Messages {
    private final PrintStream out;
    private final PrintStream err;

    Messages(Environment environment) {
        this.out = environment.out();
        this.err = environment.err();
    }

    /** The Main System's own output, as it comes. */
    Lines unmarked() {
        return lines("");
    }

    /** Output that is told apart by its beginning. */
    Lines marked(String name) {
        return lines(name + " | ");
    }

    /**
     * One block, so that no other line comes between.
     *
     * @param runs how the Main System runs
     */
    void summary(Endpoint endpoint, DataDirectory data, List<VirtualStick> sticks, String runs) {
        StringBuilder block = new StringBuilder();
        block.append(
                """

                Meta Layer is running.

                  Dashboard   %s
                  Log in as   admin; its password is printed once, at the first start.
                              Lost: ./metalayer operator reset-password admin
                  Data        %s
                  Runs        %s
                """
                        .formatted(endpoint.url(), data.root(), runs));
        if (endpoint.everywhere()) {
            block.append(
                    """
                      Reachable   from other computers, without TLS: see docs/operations.md, or
                                  keep it here with QUARKUS_HTTP_HOST=127.0.0.1
                    """);
        }
        String label = "Sticks";
        for (VirtualStick stick : sticks) {
            block.append("  %-10s  %s  %s%n".formatted(label, stick.moduleId(), stick.root()));
            label = "";
        }
        if (!sticks.isEmpty()) {
            block.append("  Pace        %s%n".formatted(TrialPace.DESCRIPTION));
        }
        block.append("  Stop        Ctrl-C\n");
        out.println(block);
    }

    void stopping(String whom, Crew crew) {
        if (crew.isRunning()) {
            out.println("Stopping " + whom + " …");
        }
    }

    void stopped() {
        out.println("Stopped. The data is kept.");
    }

    void died(Child child, int code) {
        warn(
                "%s ended although nobody asked it to (exit code %d); its last lines:"
                        .formatted(child.name(), code));
        child.lastLines().forEach(line -> err.println("  " + PlainText.line(line)));
    }

    void killed(Child child) {
        warn("%s did not end in time and was killed".formatted(child.name()));
    }

    void warn(String line) {
        err.println("metalayer: " + PlainText.line(line));
    }

    private Lines lines(String mark) {
        return new Lines() {
            @Override
            public void out(String line) {
                out.println(mark + PlainText.line(line));
            }

            @Override
            public void err(String line) {
                err.println(mark + PlainText.line(line));
            }
        };
    }
}
