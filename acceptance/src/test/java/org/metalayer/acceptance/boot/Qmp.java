package org.metalayer.acceptance.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.metalayer.acceptance.harness.View;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** The control socket of a QEMU (QEMU Machine Protocol). */
final class Qmp implements AutoCloseable {
    private final SocketChannel channel;
    private final BufferedReader answers;

    Qmp(Path socket) throws IOException {
        this.channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        this.answers = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        answer("QMP");
        run("qmp_capabilities");
    }

    /** Runs a command without arguments. */
    View run(String command) throws IOException {
        return run(command, new JsonBuilder().build());
    }

    /** Runs a command, which must succeed. */
    View run(String command, JsonObject arguments) throws IOException {
        byte[] line =
                Json.write(
                        new JsonBuilder()
                                .put("execute", command)
                                .put("arguments", arguments)
                                .build());
        Channels.newOutputStream(channel).write(line);
        return answer("return");
    }

    /** The next answer with this member; events in between are left out. */
    private View answer(String member) throws IOException {
        while (true) {
            String line = answers.readLine();
            if (line == null) {
                throw new IOException("the machine has ended");
            }
            JsonObject said = Json.parseObject(line.getBytes(StandardCharsets.UTF_8));
            if (said.members().containsKey("error")) {
                throw new AssertionError("refused by QEMU: " + line);
            }
            if (said.members().containsKey(member)) {
                return View.of(said).at(member);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
