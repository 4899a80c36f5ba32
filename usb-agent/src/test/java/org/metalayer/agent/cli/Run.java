package org.metalayer.agent.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import picocli.CommandLine;

/** What a command line came to. */
record Run(int status, String out, String err) {

    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                StickCommand.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err));
        return new Run(line.execute(arguments), out.toString(), err.toString());
    }

    JsonObject json() {
        return Json.parseObject(out.getBytes(StandardCharsets.UTF_8));
    }
}
