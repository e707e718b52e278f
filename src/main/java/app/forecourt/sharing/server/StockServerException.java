package app.forecourt.sharing.server;

/**
 * The server of the shared stock did not do what was asked. The message holds the failure and the SQLSTATE. There is no
 * message of the server and no cause, because they might repeat a secret.
 */
public final class StockServerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ServerFailure failure;

    /** @param code the SQLSTATE; {@code ""} if there was none */
    public StockServerException(ServerFailure failure, String code) {
        super(code.isEmpty() ? failure.name() : failure + " (" + code + ")");
        this.failure = failure;
    }

    /** Creates the exception without an SQLSTATE. */
    public StockServerException(ServerFailure failure) {
        this(failure, "");
    }

    /** Returns the reason. */
    public ServerFailure failure() {
        return failure;
    }
}
