package org.metalayer.agent.cli;

/** The agent's program. */
public final class AgentMain {

    private AgentMain() {}

    public static void main(String[] arguments) {
        System.exit(StickCommand.commandLineFor(arguments).execute(arguments));
    }
}
