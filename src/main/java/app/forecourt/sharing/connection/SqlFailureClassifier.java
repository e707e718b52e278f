package app.forecourt.sharing.connection;

import app.forecourt.sharing.connection.ServerAddress.Encryption;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * Finds the {@link ServerFailure} of an exception of the driver. It follows from SQLSTATEs and types of exceptions,
 * because texts are in the languages of server and computer.
 */
public final class SqlFailureClassifier {
    private SqlFailureClassifier() {}

    /** Returns the failure of a statement on an open connection. */
    public static StockServerException ofStatement(SQLException exception) {
        String state = state(exception);
        return new StockServerException(
                isFromServer(exception) ? ofServer(state) : ServerFailure.BROKEN_MEANWHILE, state);
    }

    /** Returns the failure of an attempt to connect. */
    static StockServerException ofConnect(SQLException exception, ServerAddress address, boolean hasPassword) {
        String state = state(exception);
        return new StockServerException(ofConnect(exception, state, address, hasPassword), state);
    }

    private static ServerFailure ofConnect(
            SQLException exception, String state, ServerAddress address, boolean hasPassword) {
        if (isFromServer(exception)) {
            ServerFailure failure = ofServer(state);
            return failure == ServerFailure.BROKEN_MEANWHILE ? ServerFailure.UNREACHABLE : failure;
        }
        ServerFailure network = ofNetwork(exception);
        if (network != null) {
            return network;
        }
        return switch (state) {
            case "08P01" -> ServerFailure.NOT_POSTGRESQL;
            // The driver has this state for a server without encryption, and for a missing password.
            case "08004" ->
                !hasPassword
                        ? ServerFailure.NO_PASSWORD
                        : String.valueOf(exception.getMessage()).contains("requireAuth")
                                ? ServerFailure.UNSAFE_SIGN_IN
                                : address.encryption() == Encryption.NONE
                                        ? ServerFailure.WRONG_PASSWORD
                                        : ServerFailure.NO_ENCRYPTION;
            default -> ServerFailure.UNREACHABLE;
        };
    }

    /** Returns the failure by the exceptions of the network; null if they say nothing in particular. */
    public static @Nullable ServerFailure ofNetwork(Throwable exception) {
        ServerFailure found = null;
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case VerifyingSocketFactory.RefusedCertificateException refused -> {
                    return refused.failure;
                }
                case UnknownHostException _ -> found = ServerFailure.UNKNOWN_HOST;
                case SSLException _ -> found = ServerFailure.ENCRYPTION_FAILED;
                default -> {}
            }
        }
        return found;
    }

    private static ServerFailure ofServer(String state) {
        return switch (state) {
            case "28P01" -> ServerFailure.WRONG_PASSWORD;
            case "28000" -> ServerFailure.NOT_ADMITTED;
            case "3D000" -> ServerFailure.NO_DATABASE;
            case "53300" -> ServerFailure.TOO_MANY_CONNECTIONS;
            case "53100" -> ServerFailure.FULL;
            case "25006" -> ServerFailure.READ_ONLY;
            case "42501" -> ServerFailure.NO_RIGHT;
            // No table, column, type, function, schema, or no rule for ON CONFLICT; a rule that somebody has added.
            case "42P01", "42703", "42804", "42883", "3F000", "42P10", "23502", "23503", "23514" ->
                ServerFailure.DAMAGED_SCHEMA;
            // No lock, time limit, conflict of transactions, deadlock.
            case "55P03", "57014", "40001", "40P01" -> ServerFailure.BUSY;
            case "57P03" -> ServerFailure.UNREACHABLE;
            // The server is stopped or ends the connection.
            case "57P01", "57P02", "57P05", "25P03" -> ServerFailure.BROKEN_MEANWHILE;
            case "22P05", "22021", "22P02" -> ServerFailure.UNSTORABLE;
            default -> state.startsWith("08") ? ServerFailure.BROKEN_MEANWHILE : ServerFailure.REFUSED;
        };
    }

    /** Returns true if the server has sent the exception, so that the statement has certainly failed. */
    private static boolean isFromServer(SQLException exception) {
        return exception instanceof PSQLException answer && answer.getServerErrorMessage() != null;
    }

    private static String state(SQLException exception) {
        return exception.getSQLState() == null ? "" : exception.getSQLState();
    }
}
