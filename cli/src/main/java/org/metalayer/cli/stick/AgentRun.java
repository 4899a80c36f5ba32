package org.metalayer.cli.stick;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.metalayer.agent.cli.StickCommand;

/**
 * What a verb of the agent left behind, run inside this process.
 *
 * @param complaint its one line of what went wrong, empty when nothing did
 */
record AgentRun(int exitCode, String out, String complaint) {

    static AgentRun of(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                StickCommand.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(words.toArray(String[]::new));
        return new AgentRun(
                exitCode, out.toString(), err.toString().strip().replaceFirst("^metalayer: ", ""));
    }
}
