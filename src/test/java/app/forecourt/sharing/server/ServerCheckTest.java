package app.forecourt.sharing.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.sharing.connection.ServerAddress.Encryption;
import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.server.PostgresServer.TestDatabase;
import app.forecourt.sharing.server.ServerCheck.Outcome;
import app.forecourt.sharing.server.ServerCheck.Step;
import app.forecourt.sharing.server.ServerCheck.StepResult;
import app.forecourt.sharing.server.StockClient.Desk;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.LoopbackPorts;
import app.forecourt.testing.TestCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Test of the steps by which the settings test a connection. */
@Timeout(LongWait.TEST_SECONDS)
@ResourceLock(PostgresServer.CERTIFICATE)
class ServerCheckTest {
    private final List<StepResult> results = new ArrayList<>();

    @AutoClose
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = PostgresServer.shared().database();
    }

    /** Returns each step with its outcome. */
    private String check(ServerAddress address, String password) {
        results.clear();
        Optional<ServerFailure> failure = ServerCheck.run(address, password, results::add);
        assertEquals(
                failure.map(Outcome.Failed::new),
                results.stream()
                        .map(StepResult::outcome)
                        .filter(Outcome.Failed.class::isInstance)
                        .findFirst());
        return results.stream()
                .map(result -> result.step() + " " + name(result.outcome()))
                .collect(Collectors.joining(", "));
    }

    private static String name(Outcome outcome) {
        return outcome instanceof Outcome.Failed(ServerFailure failure)
                ? failure.name()
                : outcome.getClass().getSimpleName();
    }

    private void createSchema() throws StockServerException {
        try (var desk =
                new StockClient(database.opener("owner"), new Desk(UUID.randomUUID(), "Anna"), Optional.empty())) {
            desk.state();
        }
    }

    @Test
    void everyStepIsNamed() throws Exception {
        createSchema();
        assertEquals(
                "ADDRESS Passed, REACH Passed, ENCRYPTION Skipped, SIGN_IN Passed, DATABASE Passed, "
                        + "SCHEMA Passed, NOTIFICATION Passed",
                check(database.address("owner"), PostgresServer.PASSWORD));
        assertEquals(
                List.of(Step.values()), results.stream().map(StepResult::step).toList());
        assertTrue(results.get(4).detail().startsWith("PostgreSQL 1"), results::toString);
    }

    @Test
    void emptyDatabaseIsLeftEmpty() {
        assertTrue(check(database.address("owner"), PostgresServer.PASSWORD).contains("SCHEMA WillCreate"));
        assertEquals("", database.text("SELECT to_regnamespace('forecourt')").replace("null", ""));
    }

    @Tag("proof")
    @Test
    void encryptionTellsProtocolAndEnd(@TempDir Path folder) throws Exception {
        var root = TestCertificates.build(new HeldCertificate.Builder().certificateAuthority(0));
        HeldCertificate shown = TestCertificates.build(
                new HeldCertificate.Builder().signedBy(root).addSubjectAlternativeName(PostgresServer.HOST));
        database.server().present(shown);
        Path file = Files.writeString(folder.resolve("ca.pem"), root.certificatePem());
        check(
                new ServerAddress(
                        PostgresServer.HOST,
                        database.server().port,
                        database.name(),
                        "owner",
                        Encryption.VERIFIED,
                        Optional.of(file)),
                PostgresServer.PASSWORD);
        assertEquals(
                "TLSv1.3, "
                        + shown.certificate()
                                .getNotAfter()
                                .toInstant()
                                .toString()
                                .substring(0, 10),
                results.get(2).detail());
        assertEquals(
                "ADDRESS Passed, REACH Passed, ENCRYPTION UNTRUSTED_CERTIFICATE",
                check(
                        new ServerAddress(
                                PostgresServer.HOST,
                                database.server().port,
                                database.name(),
                                "owner",
                                Encryption.VERIFIED,
                                Optional.empty()),
                        PostgresServer.PASSWORD));
    }

    @Test
    void failedStepIsTheLast() throws Exception {
        assertEquals(
                "ADDRESS UNKNOWN_HOST",
                check(
                        new ServerAddress("no-such-host.invalid", 5432, "x", "x", Encryption.NONE, Optional.empty()),
                        "x"));
        assertEquals(
                "ADDRESS Passed, REACH Passed, ENCRYPTION Skipped, SIGN_IN WRONG_PASSWORD",
                check(database.address("owner"), "wrong"));
        assertEquals(
                "ADDRESS Passed, REACH Passed, ENCRYPTION Skipped, SIGN_IN Passed, DATABASE NO_DATABASE",
                check(
                        new ServerAddress(
                                PostgresServer.HOST,
                                database.server().port,
                                "none",
                                "owner",
                                Encryption.NONE,
                                Optional.empty()),
                        PostgresServer.PASSWORD));
        assertTrue(check(database.address("desk"), PostgresServer.PASSWORD).endsWith("SCHEMA NO_SCHEMA_RIGHT"));
        createSchema();
        assertTrue(check(database.address("desk"), PostgresServer.PASSWORD).endsWith("SCHEMA NO_RIGHT"));
    }

    @Tag("proof")
    @Test
    void poolerWithoutNotificationsIsTold() throws Exception {
        createSchema();
        try (var pooler = new ConnectionCutter(database.server().port)) {
            pooler.dropNotifications();
            assertTrue(check(database.through(pooler, "owner"), PostgresServer.PASSWORD)
                    .endsWith("NOTIFICATION NoNotification"));
        }
    }

    @Test
    void closedPortIsUnreachable() throws Exception {
        assertEquals(
                "ADDRESS Passed, REACH UNREACHABLE",
                check(
                        new ServerAddress(
                                PostgresServer.HOST,
                                LoopbackPorts.reserve(),
                                "x",
                                "x",
                                Encryption.NONE,
                                Optional.empty()),
                        "x"));
    }
}
