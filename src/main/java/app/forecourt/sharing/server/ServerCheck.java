package app.forecourt.sharing.server;

import java.sql.Connection;
import java.sql.SQLException;

/** The test of a shared stock for the settings. It changes nothing at the server. */
public final class ServerCheck {
    private ServerCheck() {}

    /**
     * Connects and looks whether a desk can work there. Blocks for up to a minute.
     *
     * @return false if the tables are missing or older, and the user may create or renew them
     * @throws StockServerException if the address can't be used
     */
    public static boolean isPrepared(ServerAddress address, String password) throws StockServerException {
        try (Connection connection = new ConnectionOpener(address, password, ConnectionOpener.Limits.USUAL).open()) {
            SharedSchema.Inspection inspection = SharedSchema.inspect(connection);
            if (inspection.isOlder() && inspection.mayChange()) {
                return false;
            }
            SharedSchema.check(connection, inspection);
            return true;
        } catch (SQLException failed) {
            throw SqlFailureClassifier.ofStatement(failed);
        }
    }
}
