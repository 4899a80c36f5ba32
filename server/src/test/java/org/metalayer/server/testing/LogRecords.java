package org.metalayer.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What one class logs, as long as this is open. */
public final class LogRecords extends Handler implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<LogRecord> records = new LinkedBlockingQueue<>();

    /** Kept: nobody else may. */
    private final Logger logger;

    private LogRecords(Logger logger) {
        this.logger = logger;
    }

    public static LogRecords of(Class<?> source) {
        LogRecords records = new LogRecords(Logger.getLogger(source.getName()));
        records.logger.addHandler(records);
        return records;
    }

    /** The next one, as soon as it comes. */
    public LogRecord next() throws InterruptedException {
        LogRecord next = records.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("something is logged by " + logger.getName()).isNotNull();
        return next;
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }

    @Override
    public void publish(LogRecord entry) {
        records.add(entry);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
