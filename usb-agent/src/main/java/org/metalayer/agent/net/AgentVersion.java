package org.metalayer.agent.net;

/** Which agent this is, as it tells the Main System. */
public final class AgentVersion {

    public static final String CURRENT = "0.1.0";

    private AgentVersion() {}
}
