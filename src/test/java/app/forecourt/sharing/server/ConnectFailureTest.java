package app.forecourt.sharing.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.http.TrustedAuthorities;
import app.forecourt.sharing.server.ConnectionOpener.TrustedSockets;
import app.forecourt.sharing.server.PostgresServer.TestDatabase;
import app.forecourt.sharing.server.StockClient.Desk;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.TestCertificates;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Test of what the program reports when it cannot work with a server. */
@Timeout(LongWait.TEST_SECONDS)
@ResourceLock(PostgresServer.CERTIFICATE)
class ConnectFailureTest {
    private static final HeldCertificate ROOT = TestCertificates.authority();

    @TempDir
    Path folder;

    private PostgresServer server;

    @AutoClose
    private TestDatabase database;

    @BeforeEach
    void open() {
        server = PostgresServer.shared();
        database = server.database();
    }

    private static ServerFailure failure(ServerAddress address) {
        return failure(address, PostgresServer.PASSWORD);
    }

    private static ServerFailure failure(ServerAddress address, String password) {
        try (var desk = new StockClient(address, password, new Desk(UUID.randomUUID(), "Anna"), Optional.empty())) {
            StockServerException failed = assertThrows(StockServerException.class, desk::state);
            if (!password.isEmpty()) {
                var text = new StringWriter();
                failed.printStackTrace(new PrintWriter(text));
                assertFalse(text.toString().contains(password), text.toString());
            }
            return failed.failure();
        }
    }

    private ServerAddress encrypted(Optional<Path> root) {
        return new ServerAddress(PostgresServer.HOST, server.port, database.name(), "owner", true, root);
    }

    private static ServerAddress of(ServerSocket door, boolean isEncrypted) {
        return new ServerAddress(PostgresServer.HOST, door.getLocalPort(), "x", "x", isEncrypted, Optional.empty());
    }

    private static ServerSocket openDoor() throws IOException {
        return new ServerSocket(0, 5, InetAddress.ofLiteral(PostgresServer.HOST));
    }

    private Path rootFile() throws IOException {
        return Files.writeString(folder.resolve("ca.pem"), ROOT.certificatePem());
    }

    private static HeldCertificate.Builder signed(String host) {
        return new HeldCertificate.Builder().signedBy(ROOT).addSubjectAlternativeName(host);
    }

    @Test
    void ownAuthorityIsTrusted() throws Exception {
        server.present(TestCertificates.build(signed(PostgresServer.HOST)));
        var opener = new ConnectionOpener(
                encrypted(Optional.of(rootFile())), PostgresServer.PASSWORD, ConnectionOpener.Limits.USUAL);
        try (var connection = opener.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            row.next();
            assertEquals(true, row.getBoolean(1), "encrypted");
        }
        assertEquals(ServerFailure.UNSAFE, failure(encrypted(Optional.empty())));
    }

    @Test
    void authorityOfTheSystemIsTrusted() throws Exception {
        assertSame(TrustedAuthorities.OF_COMPUTER, TrustedSockets.authorities);
        TrustedSockets.authorities = TestCertificates.ofSystem(ROOT, folder);
        try {
            server.present(TestCertificates.build(signed(PostgresServer.HOST)));
            new ConnectionOpener(encrypted(Optional.empty()), PostgresServer.PASSWORD, ConnectionOpener.Limits.USUAL)
                    .open()
                    .close();
            Path another = Files.writeString(
                    folder.resolve("another.pem"), TestCertificates.authority().certificatePem());
            assertEquals(ServerFailure.UNSAFE, failure(encrypted(Optional.of(another))));
            server.present(TestCertificates.build(signed("db.example")));
            assertEquals(ServerFailure.UNSAFE, failure(encrypted(Optional.empty())));
        } finally {
            TrustedSockets.authorities = TrustedAuthorities.OF_COMPUTER;
        }
    }

    private void assertUnsafe(HeldCertificate.Builder certificate) throws IOException {
        server.present(TestCertificates.build(certificate));
        assertEquals(ServerFailure.UNSAFE, failure(encrypted(Optional.of(rootFile()))));
    }

    @Test
    void otherHostIsRefused() throws Exception {
        assertUnsafe(signed("db.example"));
    }

    @ProofTest
    void expiredCertificateIsRefused() throws Exception {
        Instant now = Instant.now();
        assertUnsafe(signed(PostgresServer.HOST)
                .validityInterval(
                        now.minus(Duration.ofDays(9)).toEpochMilli(),
                        now.minus(Duration.ofDays(1)).toEpochMilli()));
    }

    @Test
    void missingRootFileIsTold() throws Exception {
        for (Path file : new Path[] {
            folder.resolve("none.pem"),
            folder,
            Files.writeString(folder.resolve("odd.pem"), "x"),
            Files.writeString(folder.resolve("empty.pem"), "")
        }) {
            assertEquals(ServerFailure.UNSAFE, failure(encrypted(Optional.of(file))), file.toString());
        }
    }

    /** The server has no encryption, or is none of PostgreSQL. */
    @ParameterizedTest
    @CsvSource({"N, UNSAFE", "HTTP/1.1 400 Bad Request, UNREACHABLE"})
    void otherAnswerIsTold(String answer, ServerFailure expected) throws Exception {
        try (ServerSocket door = openDoor()) {
            Thread.ofVirtual().start(() -> {
                while (!door.isClosed()) {
                    try (Socket socket = door.accept()) {
                        socket.getInputStream().readNBytes(8);
                        socket.getOutputStream().write(answer.getBytes(US_ASCII));
                        socket.getInputStream().read();
                    } catch (IOException closed) {
                        // The client or the test has ended.
                    }
                }
            });
            assertEquals(expected, failure(of(door, true)));
        }
    }

    /** The server asks for the password itself (3), or for its MD5 hash (5). */
    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void passwordGoesToNoUnverifiedServer(int method) throws Exception {
        var asked = new byte[] {'R', 0, 0, 0, (byte) (method == 5 ? 12 : 8), 0, 0, 0, (byte) method, 1, 2, 3, 4};
        try (ServerSocket door = openDoor()) {
            var sent = new CompletableFuture<byte[]>();
            Thread.ofVirtual().start(() -> {
                try (Socket socket = door.accept()) {
                    InputStream in = socket.getInputStream();
                    in.readNBytes(new DataInputStream(in).readInt() - 4);
                    socket.getOutputStream().write(asked, 0, asked[4] + 1);
                    sent.complete(in.readAllBytes());
                } catch (IOException closed) {
                    sent.complete(new byte[0]);
                }
            });
            assertEquals(ServerFailure.UNSAFE, failure(of(door, false)));
            assertEquals(0, sent.get(LongWait.LIMIT.toSeconds(), TimeUnit.SECONDS).length);
        }
    }

    @Test
    void nothingGoesToAnotherComputerInClear() {
        assertEquals(true, new ServerAddress("db.example", 5432, "x", "x", false, Optional.empty()).isEncrypted());
    }

    @Test
    void missingPasswordAndUnknownUserAreTold() {
        assertEquals(ServerFailure.WRONG_PASSWORD, failure(database.address("nobody")));
        assertEquals(ServerFailure.LOCKED_PASSWORD, failure(database.address("owner"), ""));
    }

    @ProofTest
    void otherEncodingIsTold() {
        var latin = new PostgresServer.TestDatabase(server, "latin_" + database.name());
        server.execute(
                "postgres",
                "CREATE DATABASE " + latin.name()
                        + " OWNER owner TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'");
        assertEquals(ServerFailure.UNSUITABLE, failure(latin.address("owner")));
    }

    @Test
    void busyServerIsTold() throws Exception {
        var limits =
                new ConnectionOpener.Limits(LongWait.LIMIT, LongWait.LIMIT, LongWait.LIMIT, Duration.ofMillis(200));
        try (var desk = new StockClient(
                        new ConnectionOpener(database.address("owner"), PostgresServer.PASSWORD, limits),
                        new Desk(UUID.randomUUID(), "Anna"),
                        Optional.empty());
                var other = server.administrator(database.name())) {
            desk.state();
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE forecourt.stock");
            OutgoingItem car = Items.car(UUID.randomUUID(), "car", 0);
            assertEquals(
                    ServerFailure.BUSY,
                    assertThrows(StockServerException.class, () -> Items.push(desk, car))
                            .failure());
            other.rollback();
            assertEquals(new ItemPushResult.Stored(1), Items.push(desk, car));
        }
    }

    @ProofTest
    void manyConnectionsAreTold() {
        String role = "many_" + database.name();
        database.execute(
                "CREATE ROLE " + role + " LOGIN CONNECTION LIMIT 0 PASSWORD '" + PostgresServer.PASSWORD + "'");
        assertEquals(ServerFailure.BUSY, failure(database.address(role)));
    }
}
