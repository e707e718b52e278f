package app.forecourt.sharing.server;

import app.forecourt.sharing.connection.ConnectionOpener;
import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.sharing.connection.ServerAddress.Encryption;
import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.connection.SqlFailureClassifier;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.connection.VerifyingSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** The test of a connection for the settings, step by step. It changes nothing at the server. */
public final class ServerCheck {
    /** PostgreSQL's request to encrypt: its length, and its code. */
    private static final byte[] SSL_REQUEST =
            ByteBuffer.allocate(8).putInt(8).putInt(80_877_103).array();

    private final ConnectionOpener opener;
    private final ServerAddress address;
    private final Consumer<StepResult> results;

    private ServerCheck(ConnectionOpener opener, Consumer<StepResult> results) {
        this.opener = opener;
        this.address = opener.address();
        this.results = results;
    }

    /** The steps in their order. */
    public enum Step {
        /** The host is known. */
        ADDRESS,
        /** The host answers on the port. */
        REACH,
        /** The connection is encrypted as the address asks, by the right server. */
        ENCRYPTION,
        /** The server accepts user and password. */
        SIGN_IN,
        /** The database is there, new enough, and may be written. */
        DATABASE,
        /** The tables are there with the rights on them, or the user may create them. */
        SCHEMA,
        /** Notifications arrive. */
        NOTIFICATION
    }

    /**
     * The result of a step. After a failure no further step is tried.
     *
     * @param detail what the step found, such as the version of the server or of an older schema, or the certificate's
     *     end; {@code ""} if there is nothing to say
     */
    public record StepResult(Step step, Outcome outcome, String detail) {}

    /** The outcome of a step. */
    public sealed interface Outcome {
        /** The step is all right. */
        record Passed() implements Outcome {}

        /** The step has nothing to do. An example is the encryption of an unencrypted address. */
        record Skipped() implements Outcome {}

        /** The schema is not there yet or older, and the user may create or renew it. */
        record WillCreate() implements Outcome {}

        /** Notifications do not arrive. Sharing works, with a delay of some seconds. */
        record NoNotification() implements Outcome {}

        /** The step failed. */
        record Failed(ServerFailure failure) implements Outcome {}
    }

    /** A step that may fail. */
    private interface Action<T> {
        T run() throws IOException, GeneralSecurityException, SQLException, StockServerException;
    }

    /** A failed step, after its result was passed on. */
    private static final class StepFailedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final ServerFailure failure;

        StepFailedException(ServerFailure failure) {
            super(failure.name());
            this.failure = failure;
        }
    }

    /**
     * Runs the steps. Blocks for up to a minute.
     *
     * @param results receives each result when it is known
     * @return the failure; empty if the address can be used
     */
    public static Optional<ServerFailure> run(ServerAddress address, String password, Consumer<StepResult> results) {
        return run(new ConnectionOpener(address, password, ConnectionOpener.Limits.USUAL), results);
    }

    static Optional<ServerFailure> run(ConnectionOpener opener, Consumer<StepResult> results) {
        try {
            new ServerCheck(opener, results).run();
            return Optional.empty();
        } catch (StepFailedException failed) {
            return Optional.of(failed.failure);
        }
    }

    private void run() throws StepFailedException {
        InetAddress host = step(Step.ADDRESS, () -> {
            InetAddress found = InetAddress.getByName(address.host());
            passed(Step.ADDRESS, found.getHostAddress());
            return found;
        });
        reach(host);
        try (Connection connection = signIn()) {
            SharedSchema.Inspection inspection = step(Step.DATABASE, () -> {
                SharedSchema.Inspection database = SharedSchema.inspect(connection);
                passed(Step.DATABASE, "PostgreSQL " + database.server());
                return database;
            });
            step(Step.SCHEMA, () -> schema(connection, inspection));
            step(Step.NOTIFICATION, () -> {
                boolean isNotified =
                        NotificationListener.subscribe(connection, opener, NotificationListener.Waits.USUAL.test());
                return report(Step.NOTIFICATION, isNotified ? new Outcome.Passed() : new Outcome.NoNotification(), "");
            });
        } catch (SQLException closing) {
            // Each step has its result already.
        }
    }

    private void reach(InetAddress host) throws StepFailedException {
        try (Socket socket = new Socket()) {
            step(Step.REACH, () -> {
                socket.connect(new InetSocketAddress(host, address.port()), (int)
                        opener.limits().connect().toMillis());
                socket.setSoTimeout((int) opener.limits().connect().toMillis());
                return passed(Step.REACH, "");
            });
            step(
                    Step.ENCRYPTION,
                    () -> address.encryption() == Encryption.NONE
                            ? report(Step.ENCRYPTION, new Outcome.Skipped(), "")
                            : passed(Step.ENCRYPTION, encrypt(socket)));
        } catch (IOException closing) {
            // Each step has its result already.
        }
    }

    /** Encrypts a connection. Returns the protocol and the certificate's last day. */
    private String encrypt(Socket socket) throws IOException, GeneralSecurityException, StockServerException {
        var factory = new VerifyingSocketFactory(VerifyingSocketFactory.argument(address));
        socket.getOutputStream().write(SSL_REQUEST);
        int answer = socket.getInputStream().read();
        if (answer != 'S') {
            throw new StockServerException(answer == 'N' ? ServerFailure.NO_ENCRYPTION : ServerFailure.NOT_POSTGRESQL);
        }
        SSLSocket encrypted = (SSLSocket) factory.createSocket(socket, address.host(), address.port(), false);
        encrypted.startHandshake();
        SSLSession session = encrypted.getSession();
        return session.getProtocol()
                + (session.getPeerCertificates()[0] instanceof X509Certificate certificate
                        ? ", "
                                + certificate
                                        .getNotAfter()
                                        .toInstant()
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate()
                        : "");
    }

    private Connection signIn() throws StepFailedException {
        try {
            Connection connection = opener.open();
            passed(Step.SIGN_IN, address.user());
            return connection;
        } catch (StockServerException failed) {
            ServerFailure failure = failed.failure();
            if (failure == ServerFailure.NO_DATABASE || failure == ServerFailure.TOO_MANY_CONNECTIONS) {
                // The server has accepted the password.
                passed(Step.SIGN_IN, address.user());
                throw failed(Step.DATABASE, failure);
            }
            throw failed(Step.SIGN_IN, failure);
        }
    }

    private boolean schema(Connection connection, SharedSchema.Inspection inspection)
            throws SQLException, StockServerException {
        if (inspection.isOlder() && inspection.mayChange()) {
            return report(
                    Step.SCHEMA,
                    new Outcome.WillCreate(),
                    inspection.version() == 0 ? "" : Integer.toString(inspection.version()));
        }
        SharedSchema.check(connection, inspection);
        return passed(Step.SCHEMA, Integer.toString(inspection.version()));
    }

    private <T> T step(Step step, Action<T> action) throws StepFailedException {
        try {
            return action.run();
        } catch (StockServerException failed) {
            throw failed(step, failed.failure());
        } catch (SQLException failed) {
            throw failed(step, SqlFailureClassifier.ofStatement(failed).failure());
        } catch (IOException | GeneralSecurityException failed) {
            ServerFailure known = SqlFailureClassifier.ofNetwork(failed);
            throw failed(step, known == null ? ServerFailure.UNREACHABLE : known);
        }
    }

    private boolean passed(Step step, String detail) {
        return report(step, new Outcome.Passed(), detail);
    }

    private boolean report(Step step, Outcome outcome, String detail) {
        results.accept(new StepResult(step, outcome, detail));
        return true;
    }

    private StepFailedException failed(Step step, ServerFailure failure) {
        report(step, new Outcome.Failed(failure), "");
        return new StepFailedException(failure);
    }
}
