package org.metalayer.server.evaluation.vetting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** A real clamd with signatures of its own, so that nothing has to be downloaded. */
final class ClamdProcess implements AutoCloseable {

    static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    private final Process process;

    private ClamdProcess(Process process) {
        this.process = process;
    }

    /** The EICAR test file, in pieces so that no scanner takes this source for it. */
    static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Listens at a Unix socket and at a port of this machine; takes at most {@code most} bytes. */
    static ClamdProcess start(Path folder, Path socket, int port, String most) throws IOException {
        Path database = Files.createDirectories(folder.resolve("db"));
        Files.writeString(
                database.resolve("own.ndb"),
                "Own.Test.Eicar:0:*:%s\n".formatted(HexFormat.of().formatHex(eicar())));
        Path config = folder.resolve("clamd.conf");
        Files.writeString(
                config,
                """
                Foreground yes
                LogFile %s
                DatabaseDirectory %s
                LocalSocket %s
                FixStaleSocket yes
                TCPSocket %d
                TCPAddr 127.0.0.1
                StreamMaxLength %s
                MaxThreads 2
                """
                        .formatted(folder.resolve("clamd.log"), database, socket, port, most));
        Process process =
                new ProcessBuilder(PROGRAM.toString(), "--config-file=" + config)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out.log").toFile())
                        .start();
        ClamdProcess clamd = new ClamdProcess(process);
        clamd.awaitSocket(socket, folder);
        return clamd;
    }

    private void awaitSocket(Path socket, Path folder) throws IOException {
        while (!Files.exists(socket)) {
            try {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IOException(
                            "clamd ended: " + Files.readString(folder.resolve("out.log")));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
