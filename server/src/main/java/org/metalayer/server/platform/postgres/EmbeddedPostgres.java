package org.metalayer.server.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.metalayer.protocol.io.DurableFile;
import org.metalayer.server.platform.StartupException;

/**
 * A real PostgreSQL in a directory of the Main System: durable settings, a password, reachable from
 * this machine only. It outlives a Main System that is killed; the next start ends it and goes on
 * from what it had committed.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final String USER = "metalayer";

    private static final int START_ATTEMPTS = 40;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Path directory;
    private final Path cluster;
    private final Path binaries;
    private final RunAs runAs;
    private final String password;
    private int port;

    private EmbeddedPostgres(Path directory) throws IOException {
        this.directory = directory;
        this.cluster = directory.resolve("cluster");
        this.binaries = PostgresBinaries.unpackInto(directory).resolve("bin");
        this.password = password(directory.resolve("password"));
        this.runAs = RunAs.choose(directory);
    }

    /** Starts the server of {@code directory}, creating its cluster the first time. */
    public static EmbeddedPostgres start(Path directory) {
        try {
            requireOwn(directory);
            EmbeddedPostgres postgres = new EmbeddedPostgres(directory);
            postgres.create();
            postgres.endOrphan();
            postgres.launch();
            return postgres;
        } catch (IOException e) {
            throw new StartupException("the database in %s: %s".formatted(directory, e), e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    public String username() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Ends the server, rolling back what is not committed. */
    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            LOG.warnf("PostgreSQL in %s was not stopped: %s", directory, e.getMessage());
        }
    }

    private static void requireOwn(Path directory) throws IOException {
        int owner = Account.ownerOf(directory);
        Account self = Account.current();
        if (owner != self.uid() && !(self.isRoot() && owner == Account.nobody().uid())) {
            throw new StartupException(
                    "the database in %s belongs to the account with uid %d: run the Main System as that account"
                            .formatted(directory, owner));
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            DurableFile.writePrivate(
                    file, HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII));
        }
        return Files.readString(file);
    }

    /** A half-made cluster of an interrupted start is thrown away. */
    private void create() throws IOException {
        if (Files.isDirectory(cluster)) {
            return;
        }
        Path fresh = directory.resolve("cluster.new");
        Trees.delete(fresh);
        Command initdb =
                pg(
                        "initdb",
                        "--pgdata=" + fresh,
                        "--username=" + USER,
                        "--pwfile=" + directory.resolve("password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8");
        if (!initdb.succeeded()) {
            throw new StartupException(
                    "the database could not be created in %s: %s"
                            .formatted(directory, initdb.complaint()));
        }
        Files.move(fresh, cluster);
    }

    private void endOrphan() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        long pid = pid();
        if (isOurs(pid)) {
            LOG.infof("Ending PostgreSQL %d, which a killed Main System left behind.", pid);
            stop();
        } else {
            // The number now belongs to something else, which PostgreSQL would take for itself.
            Files.delete(pidFile());
        }
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
    }

    /** PostgreSQL works in the directory of its cluster; another one's works elsewhere. */
    private boolean isOurs(long pid) throws IOException {
        Path workingDirectory = Path.of("/proc", Long.toString(pid), "cwd");
        return Files.exists(workingDirectory) && Files.isSameFile(workingDirectory, cluster);
    }

    /** Another attempt follows where the port was taken or a killed server's last process runs. */
    private void launch() throws IOException {
        Path log = directory.resolve("log");
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            Files.deleteIfExists(log);
            if (PostgresStart.of(words("postgres", settings()), log, pidFile()).succeeds()) {
                return;
            }
            String why = Files.readString(log);
            boolean passing = why.contains("in use") || why.contains("still being started");
            if (!passing || attempt == START_ATTEMPTS) {
                throw new StartupException(
                        "the database in %s did not start: %s"
                                .formatted(directory, new Command(1, why).complaint()));
            }
            pause();
        }
    }

    /** What differs from PostgreSQL's own defaults, which are durable. */
    private String[] settings() {
        return new String[] {
            "-D", cluster.toString(),
            "-p", Integer.toString(port),
            "-c", "listen_addresses=127.0.0.1",
            "-c", "unix_socket_directories=",
            "-c", "log_checkpoints=off"
        };
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted while the database started", e);
        }
    }

    private void stop() throws IOException {
        Optional<ProcessHandle> server = ProcessHandle.of(pid());
        Command stop = pg("pg_ctl", "stop", "--mode=fast", "--wait", "--pgdata=" + cluster);
        if (!stop.succeeded()) {
            pg("pg_ctl", "stop", "--mode=immediate", "--wait", "--pgdata=" + cluster);
        }
        // pg_ctl only waits until the server has removed its file.
        server.map(ProcessHandle::onExit)
                .ifPresent(exit -> exit.completeOnTimeout(null, 5, TimeUnit.SECONDS).join());
    }

    private Command pg(String program, String... arguments) throws IOException {
        return Command.run(words(program, arguments));
    }

    private List<String> words(String program, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(runAs.prefix());
        words.add(binaries.resolve(program).toString());
        words.addAll(List.of(arguments));
        return words;
    }
}
