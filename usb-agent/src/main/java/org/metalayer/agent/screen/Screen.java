package org.metalayer.agent.screen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the page on a terminal up to date. */
public final class Screen {

    /** While something moves on. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** For what no file tells: a medium that became read-only, a terminal that became larger. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private static final Size UNBOUNDED = new Size(1_000, 1_000);

    private final FactsReader reader;
    private final OutputStream terminal;
    private final Supplier<Size> size;
    private String shown = "";

    Screen(FactsReader reader, OutputStream terminal, Supplier<Size> size) {
        this.reader = reader;
        this.terminal = terminal;
        this.size = size;
    }

    /** The page in plain lines. */
    public static List<String> lines(FactsReader reader) {
        return Layout.of(ScreenText.of(reader.read()), Optional.empty(), UNBOUNDED).rows().stream()
                .map(Row::text)
                .toList();
    }

    /**
     * Shows the page until the process ends.
     *
     * @param terminal the one that the process was started on
     */
    public static void run(FactsReader reader, OutputStream terminal)
            throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> restore(terminal), "restore"));
        Terminal.echo(false);
        Screen screen = new Screen(reader, terminal, Terminal::size);
        try (StickWatch watch = new StickWatch(reader.stick())) {
            while (true) {
                watch.await(screen.show());
            }
        }
    }

    /**
     * Draws the page if it is another one than before.
     *
     * @return how long it stays true where no file changes
     */
    Duration show() throws IOException {
        Facts facts = reader.read();
        String page =
                Ansi.page(Layout.of(ScreenText.of(facts), ScreenText.toScan(facts), size.get()));
        if (!page.equals(shown)) {
            terminal.write(page.getBytes(StandardCharsets.UTF_8));
            terminal.flush();
            shown = page;
        }
        return facts.work().isEmpty() ? LATER : SOON;
    }

    private static void restore(OutputStream terminal) {
        Terminal.echo(true);
        try {
            terminal.write(Ansi.RESTORE.getBytes(StandardCharsets.UTF_8));
            terminal.flush();
        } catch (IOException _) {
            // It is gone, and with it what had to be restored.
        }
    }
}
