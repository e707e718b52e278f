package app.forecourt.sharing.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.forecourt.sharing.connection.ConnectionOpener;
import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.sharing.connection.ServerAddress.Encryption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * A real PostgreSQL on a free port of loopback, one for all tests of a process. Its messages are Turkish, its
 * time zone is that of Nepal, and its dates are German, because the program must not depend on these. Without
 * PostgreSQL the test classes are skipped.
 */
final class PostgresServer {
    static final String HOST = "127.0.0.1";
    /** The lock of tests that change the certificate of the shared server. */
    static final String CERTIFICATE = "certificate of PostgreSQL";
    /** Signs in as each user. */
    static final String PASSWORD = "p@ss: wört/%41";
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static @Nullable PostgresServer shared;

    final int port;
    private final Path bin;
    private final Path folder;
    private final boolean isRoot = "root".equals(System.getProperty("user.name"));

    private PostgresServer(Path bin) throws IOException {
        this.bin = bin;
        port = freePort();
        folder = Files.createTempDirectory("forecourt-postgres");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        if (isRoot) {
            Files.setOwner(folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
        Path password = folder.resolve("password");
        write("password", PASSWORD);
        run(program("initdb"), "-D", data().toString(), "-U", "postgres", "-E", "UTF8", "--no-sync",
                "--no-locale", "--locale-provider=icu", "--icu-locale=tr", "--auth=scram-sha-256",
                "--pwfile=" + password);
        write("data/postgresql.auto.conf", """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                fsync = off
                max_connections = 60
                timezone = 'Asia/Kathmandu'
                datestyle = 'German, DMY'
                intervalstyle = 'iso_8601'
                default_transaction_isolation = 'serializable'
                synchronous_commit = off
                """.formatted(port));
        certify(new HeldCertificate.Builder().addSubjectAlternativeName(HOST).build());
        write("data/postgresql.auto.conf", Files.readString(data().resolve("postgresql.auto.conf")) + """
                ssl = on
                ssl_cert_file = '%1$s/server.crt'
                ssl_key_file = '%1$s/server.key'
                """.formatted(folder));
        start();
        execute("postgres", "CREATE ROLE owner LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'",
                "CREATE ROLE desk LOGIN PASSWORD '" + PASSWORD + "'",
                "CREATE ROLE stranger LOGIN PASSWORD '" + PASSWORD + "'");
    }

    /** Returns the server of all tests, or skips the test if PostgreSQL is not installed. */
    static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = own();
        }
        return shared;
    }

    /** Creates a server for one test, which may kill it. Skips the test if PostgreSQL is not installed. */
    static PostgresServer own() {
        Optional<Path> bin = bin();
        assumeTrue(bin.isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
        try {
            return new PostgresServer(bin.orElseThrow());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<Path> bin() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .max(Comparator.comparing(version -> Integer.valueOf(version.getFileName().toString())))
                    .map(version -> version.resolve("bin"));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Creates an empty database of the owner. */
    TestDatabase database() {
        String name = "stock" + NEXT.getAndIncrement();
        execute("postgres", "CREATE DATABASE " + name + " OWNER owner");
        return new TestDatabase(this, name);
    }

    /** Gives the server another certificate, and waits until new connections see it. */
    void present(HeldCertificate certificate) {
        try {
            certify(certificate);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        execute("postgres", "SELECT pg_reload_conf()");
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20))
                .until(() -> certificate.certificate().equals(PresentedCertificate.of(port)));
    }

    private void certify(HeldCertificate certificate) throws IOException {
        write("server.crt", certificate.certificatePem());
        write("server.key", certificate.privateKeyPkcs8Pem());
    }

    void start() {
        run(program("pg_ctl"), "-D", data().toString(), "-l", folder.resolve("log").toString(), "-w", "-t",
                "30",
                "start");
    }

    /** Ends the server at once, as a kill does. */
    void kill() {
        run(program("pg_ctl"), "-D", data().toString(), "-m", "immediate", "-w", "stop");
    }

    /** Ends all processes of the server with SIGKILL, and waits until they are gone. */
    void killProcesses() {
        try {
            Path lock = data().resolve("postmaster.pid");
            long id = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
            ProcessHandle postmaster = ProcessHandle.of(id).orElseThrow();
            List<ProcessHandle> children = postmaster.descendants().toList();
            // First, because it would start a recovery after the end of a child.
            postmaster.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20))
                    .until(() -> !isRunning(postmaster) && children.stream().noneMatch(this::isRunning));
            // Its process may be left as a zombie, which the next start would take for a running server.
            Files.delete(lock);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean isRunning(ProcessHandle process) {
        try {
            return process.isAlive()
                    && !Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"))
                            .contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }

    private void stop() {
        try {
            if (Files.exists(data().resolve("postmaster.pid"))) {
                kill();
            }
            run("rm", "-rf", folder.toString());
        } catch (IllegalStateException notStarted) {
            // The folder stays for a look at its log.
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String program(String name) {
        return bin.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        if (isRoot) {
            run("chown", "postgres:postgres", file.toString());
        }
        run("chmod", "600", file.toString());
    }

    /** Runs a program; PostgreSQL's as a user that is not root, because they refuse root. */
    private void run(String... command) {
        List<String> whole = new ArrayList<>(List.of(command));
        if (isRoot && command[0].startsWith(bin.toString())) {
            whole.addAll(0, List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        try {
            var builder = new ProcessBuilder(whole).directory(new java.io.File("/"))
                    .redirectErrorStream(true);
            // The server keeps the output open, so that its end can't be read.
            Path output = Files.createTempFile("forecourt-postgres", ".txt");
            builder.environment().put("LC_ALL", "C.UTF-8");
            int code = builder.redirectOutput(output.toFile()).start().waitFor();
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (code != 0) {
                throw new IllegalStateException(whole + ": " + text);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        }
    }

    /** Executes statements as the server's administrator. */
    void execute(String database, String... statements) {
        try (Connection connection = administrator(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Connection administrator(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", PASSWORD);
        properties.setProperty("sslmode", "disable");
        return new Driver().connect("jdbc:postgresql://" + HOST + ":" + port + "/" + database, properties);
    }

    /** A database of the server. */
    record TestDatabase(PostgresServer server, String name) {

        ServerAddress address(String user) {
            return new ServerAddress(HOST, server.port, name, user, Encryption.NONE, Optional.empty());
        }

        ServerAddress through(ConnectionCutter cutter, String user) {
            return new ServerAddress(HOST, cutter.port, name, user, Encryption.NONE, Optional.empty());
        }

        ConnectionOpener opener(String user) {
            return new ConnectionOpener(address(user), PASSWORD, ConnectionOpener.Limits.USUAL);
        }

        void execute(String... statements) {
            server.execute(name, statements);
        }

        /** Ends all sessions of the database, as a restart of the server does. */
        void endSessions() {
            server.execute("postgres",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
        }

        /** Returns the first value of a query. */
        String text(String sql) {
            try (Connection connection = server.administrator(name);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                return row.next() ? String.valueOf(row.getString(1)) : "";
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
