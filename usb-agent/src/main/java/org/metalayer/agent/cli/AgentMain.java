package org.metalayer.agent.cli;

/** The agent's program. */
public final class AgentMain {

    /**
     * In bytes; the JDK reads 16 KiB at a time, and hands each read to another thread. A release of
     * 100 MiB arrives in two thirds of the time.
     */
    private static final String BUFFER = Integer.toString(128 << 10);

    private AgentMain() {}

    public static void main(String[] arguments) {
        // Read once, when the first HttpClient is made.
        System.getProperties().putIfAbsent("jdk.httpclient.bufsize", BUFFER);
        System.exit(StickCommand.commandLine().execute(arguments));
    }
}
