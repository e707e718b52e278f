package app.forecourt.sharing.server;

import java.io.FileNotFoundException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
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
    static StockServerException ofConnect(SQLException exception, boolean hasPassword) {
        String state = state(exception);
        return new StockServerException(ofConnect(exception, state, hasPassword), state);
    }

    private static ServerFailure ofConnect(SQLException exception, String state, boolean hasPassword) {
        if (isFromServer(exception)) {
            ServerFailure failure = ofServer(state);
            return failure == ServerFailure.BROKEN_MEANWHILE ? ServerFailure.UNREACHABLE : failure;
        }
        // The driver has this state for a server without encryption, and for a missing or unsafe password.
        if (state.equals("08004")) {
            return hasPassword ? ServerFailure.UNSAFE : ServerFailure.LOCKED_PASSWORD;
        }
        // Its refusal of a certificate of another host has this state and no cause.
        boolean isRefused = state.equals("08006") && exception.getCause() == null
                || Stream.iterate((Throwable) exception, cause -> cause != null, Throwable::getCause)
                        .anyMatch(SqlFailureClassifier::isAboutCertificate);
        return isRefused ? ServerFailure.UNSAFE : ServerFailure.UNREACHABLE;
    }

    /** Returns true also for a file of the certificate authority that is missing or unreadable. */
    private static boolean isAboutCertificate(Throwable cause) {
        return cause instanceof SSLException
                || cause instanceof GeneralSecurityException
                || cause instanceof FileNotFoundException;
    }

    private static ServerFailure ofServer(String state) {
        return switch (state) {
            case "28P01", "28000" -> ServerFailure.WRONG_PASSWORD;
            case "3D000" -> ServerFailure.NO_DATABASE;
            case "42501" -> ServerFailure.NO_RIGHT;
            // No space, read-only. No table, column, type, function, schema, or no rule for ON CONFLICT; a rule that
            // somebody has added.
            case "53100", "25006", "42P01", "42703", "42804", "42883", "3F000", "42P10", "23502", "23503", "23514" ->
                ServerFailure.UNSUITABLE;
            // No lock, time limit, conflict of transactions, deadlock, too many connections.
            case "55P03", "57014", "40001", "40P01", "53300" -> ServerFailure.BUSY;
            case "57P03" -> ServerFailure.UNREACHABLE;
            // The server is stopped or ends the connection.
            case "57P01", "57P02", "57P05", "25P03" -> ServerFailure.BROKEN_MEANWHILE;
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
