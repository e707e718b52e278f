package app.forecourt.sharing.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.forecourt.sharing.server.StockClient.Desk;
import app.forecourt.testing.CleanupProcess;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.LoopbackPorts;
import app.forecourt.testing.TestCertificates;
import app.forecourt.testing.system.SystemFeature;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * A real PostgreSQL on a free port of loopback, one for all tests of a process, and one for each test that kills it.
 * Its data is in memory where there is room. Its messages are Turkish, its time zone is that of Nepal, and its dates
 * are German, because the program must not depend on these. Without PostgreSQL the test classes are skipped.
 */
final class PostgresServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    /** The lock of tests that change the certificate of the shared server. */
    static final String CERTIFICATE = "certificate of PostgreSQL";
    /** Signs in as each user. */
    static final String PASSWORD = "p@ss: wört/%41";

    private static final Path MEMORY = Path.of("/dev/shm");
    /** Several times the data of all tests of a process. */
    private static final long ROOM = 1L << 30;

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static @Nullable PostgresServer shared;

    final int port;
    private final Path bin;
    private final Path folder;
    private final CleanupProcess cleanup;
    private final boolean isRoot = "root".equals(System.getProperty("user.name"));

    private PostgresServer(Path bin) throws IOException {
        this.bin = bin;
        port = LoopbackPorts.reserve();
        folder = Files.createTempDirectory(parent(), "forecourt-postgres");
        cleanup = new CleanupProcess(
                "folder=$1; shift; \"$@\"; rm -rf \"$folder\"",
                Stream.concat(Stream.of(folder.toString()), stop().stream()).toArray(String[]::new));
        giveToServer(folder);
        run(asServer(
                "initdb",
                "-D",
                data().toString(),
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--no-sync",
                "--wal-segsize=1",
                "--no-locale",
                "--locale-provider=icu",
                "--icu-locale=tr",
                "--auth=scram-sha-256",
                "--pwfile=" + write("password", PASSWORD)));
        // Without the costs of a password for the statements of the tests themselves.
        write("data/pg_hba.conf", """
                host all postgres 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """);
        certify(TestCertificates.build(new HeldCertificate.Builder().addSubjectAlternativeName(HOST)));
        write("data/postgresql.auto.conf", """
                listen_addresses = '127.0.0.1'
                port = %s
                unix_socket_directories = ''
                fsync = off
                max_connections = 60
                shared_buffers = 64MB
                min_wal_size = 2MB
                max_wal_size = 256MB
                wal_level = minimal
                max_wal_senders = 0
                autovacuum = off
                dynamic_shared_memory_type = mmap
                timezone = 'Asia/Kathmandu'
                datestyle = 'German, DMY'
                intervalstyle = 'iso_8601'
                default_transaction_isolation = 'serializable'
                synchronous_commit = off
                ssl = on
                ssl_cert_file = '%2$s/server.crt'
                ssl_key_file = '%2$s/server.key'
                """.formatted(port, folder));
        start();
        String password = " LOGIN PASSWORD '" + scramPassword() + "'";
        execute(
                "postgres",
                "CREATE ROLE owner CREATEROLE" + password,
                "CREATE ROLE desk" + password,
                "CREATE ROLE stranger" + password);
    }

    /**
     * Returns the password as the server keeps it, with 1 round of its hash (RFC 5802). The 4,096 that the server would
     * choose take the client 10 ms for each connection.
     */
    private static String scramPassword() {
        ByteString salted = ByteString.encodeUtf8("salt\0\0\0\1").hmacSha256(ByteString.encodeUtf8(PASSWORD));
        ByteString storedKey =
                ByteString.encodeUtf8("Client Key").hmacSha256(salted).sha256();
        ByteString serverKey = ByteString.encodeUtf8("Server Key").hmacSha256(salted);
        return "SCRAM-SHA-256$1:" + ByteString.encodeUtf8("salt").base64() + "$" + storedKey.base64() + ":"
                + serverKey.base64();
    }

    private static Path parent() {
        boolean isRoomy = Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() >= ROOM;
        return isRoomy ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Returns the server of all tests, or skips the test if PostgreSQL is not installed. */
    static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = own();
        }
        return shared;
    }

    /**
     * Creates a server for one test, which may kill it, and closes it. Skips the test if PostgreSQL is not installed.
     */
    static PostgresServer own() {
        SystemFeature.LOCAL_SERVERS.assume();
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
                    .max(Comparator.comparing(
                            version -> Integer.valueOf(version.getFileName().toString())))
                    .map(version -> version.resolve("bin"));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Creates an empty database of the owner, by the strategy that costs the least. */
    TestDatabase database() {
        String name = "stock" + NEXT.getAndIncrement();
        execute("postgres", "CREATE DATABASE " + name + " OWNER owner STRATEGY file_copy");
        return new TestDatabase(this, name);
    }

    /** Gives the server another certificate, and waits until new connections see it. */
    void present(HeldCertificate certificate) {
        try {
            certify(certificate);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        String loaded = text("postgres", "SELECT pg_conf_load_time(), pg_reload_conf()");
        LongWait.until(
                "the certificate",
                () -> !text("postgres", "SELECT pg_conf_load_time()").equals(loaded));
    }

    private void certify(HeldCertificate certificate) throws IOException {
        write("server.crt", certificate.certificatePem());
        write("server.key", certificate.privateKeyPkcs8Pem());
    }

    void start() {
        run(asServer("pg_ctl", "-D", data().toString(), "-w", "-t", "60", "start"));
    }

    private List<String> stop() {
        return asServer("pg_ctl", "-D", data().toString(), "-m", "immediate", "-w", "stop");
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
            LongWait.until(
                    "the end of the server",
                    () -> !isRunning(postmaster) && children.stream().noneMatch(this::isRunning));
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

    /** Ends the server and deletes its data. The end of this process does the same. */
    @Override
    public void close() {
        cleanup.close();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        giveToServer(file);
        return file;
    }

    private void giveToServer(Path path) throws IOException {
        if (isRoot) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
    }

    /** Returns the command line of a program of PostgreSQL, as a user that is not root, because they refuse root. */
    private List<String> asServer(String program, String... arguments) {
        List<String> command = new ArrayList<>(
                isRoot ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") : List.of());
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(List<String> command) {
        try {
            // The server keeps the output open, so that its end can't be read.
            File output = folder.resolve("log").toFile();
            var builder = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(output));
            builder.environment().put("LC_ALL", "C.UTF-8");
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException(command + ": " + Files.readString(output.toPath()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
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

    /** Returns the first value of a query of the server's administrator. */
    String text(String database, String sql) {
        try (Connection connection = administrator(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Connection administrator(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("sslmode", "disable");
        return new Driver().connect("jdbc:postgresql://" + HOST + ":" + port + "/" + database, properties);
    }

    /** A database of the server. */
    record TestDatabase(PostgresServer server, String name) implements AutoCloseable {

        ServerAddress address(String user) {
            return new ServerAddress(HOST, server.port, name, user, false, Optional.empty());
        }

        ConnectionOpener opener(String user) {
            return new ConnectionOpener(address(user), PASSWORD, ConnectionOpener.Limits.USUAL);
        }

        /** Returns a desk of the owner, which has joined no stock. */
        StockClient desk(String deskName) {
            return new StockClient(opener("owner"), new Desk(UUID.randomUUID(), deskName), Optional.empty());
        }

        void execute(String... statements) {
            server.execute(name, statements);
        }

        /** Ends all sessions of the database, as a restart of the server does. */
        void endSessions() {
            server.execute(
                    "postgres",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
        }

        /** Drops the database, with the sessions that are left. */
        @Override
        public void close() {
            server.execute("postgres", "DROP DATABASE " + name + " WITH (FORCE)");
        }

        /** Returns the first value of a query. */
        String text(String sql) {
            return server.text(name, sql);
        }
    }
}
