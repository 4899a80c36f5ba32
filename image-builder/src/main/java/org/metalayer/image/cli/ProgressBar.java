package org.metalayer.image.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.metalayer.image.base.Progress;
import org.metalayer.protocol.Bytes;

/** Shows long work: as a bar that moves at a terminal, as a few lines elsewhere. */
final class ProgressBar implements Progress, AutoCloseable {

    private static final int WIDTH = 30;

    /** Between two pictures of the bar. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Between two lines where there is no terminal, in percent. */
    private static final int STRIDE = 25;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private String step = "";
    private long total;
    private long done;
    private long begin;
    private long shownAt;
    private long shownPercent;
    private boolean halfLine;

    ProgressBar(PrintWriter out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
    }

    @Override
    public void begin(String newStep, long bytes) {
        step = newStep;
        total = bytes;
        done = 0;
        begin = nanos.getAsLong();
        shownAt = begin;
        shownPercent = 0;
        if (!terminal || total == 0) {
            print("%s%s ...".formatted(step, total == 0 ? "" : " " + Bytes.shown(total)));
        }
    }

    @Override
    public void advance(long bytes) {
        done += bytes;
        long now = nanos.getAsLong();
        if (total == 0) {
            return;
        }
        if (terminal && now - shownAt >= PAUSE.toNanos()) {
            shownAt = now;
            out.print("\r" + bar(now) + "\u001B[K");
            out.flush();
            halfLine = true;
        } else if (!terminal && percent() >= shownPercent + STRIDE && done < total) {
            shownPercent = percent() / STRIDE * STRIDE;
            print("%s %s %%".formatted(step, shownPercent));
        }
    }

    @Override
    public void end() {
        Duration took = Duration.ofNanos(nanos.getAsLong() - begin);
        String line = "%s: done in %s".formatted(step, time(took));
        print(terminal && total != 0 ? "\r" + line + "\u001B[K" : line);
    }

    /** Such as {@code Writing [=====> ] 52 % 1.0 GB of 2.0 GB 24.1 MB/s 0:41 left}. */
    private String bar(long now) {
        int filled = (int) (WIDTH * percent() / 100);
        double seconds = Math.max(1e-9, (now - begin) / 1e9);
        double rate = done / seconds;
        Duration left = Duration.ofSeconds(rate > 0 ? (long) ((total - done) / rate) : 0);
        return "%s [%s%s] %s %%  %s of %s  %s/s  %s left"
                .formatted(
                        step,
                        "=".repeat(filled),
                        " ".repeat(WIDTH - filled),
                        percent(),
                        Bytes.shown(done),
                        Bytes.shown(total),
                        Bytes.shown((long) rate),
                        time(left));
    }

    private long percent() {
        return Math.min(100, total == 0 ? 100 : done * 100 / total);
    }

    private static String time(Duration duration) {
        return String.format(
                Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    /** Leaves the line of the bar, if a step was broken off, to what is said about that. */
    @Override
    public void close() {
        if (halfLine) {
            print("");
        }
    }

    private void print(String line) {
        out.println(line);
        out.flush();
        halfLine = false;
    }
}
