package app.forecourt.sharing;

import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.SyncBaseTable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** What the journal knows of this desk and its stock. */
final class DeskMembershipRepository {
    static final String STOCK = "stock";
    /** The incarnation in which the user sends cars. */
    static final String TRUSTED = "trusted";

    private static final String DESK = "desk";
    /** The fingerprint of the journal's file. */
    private static final String HOME = "home";
    /** Whether the desk has left its stock. The rest stays until it joins another one. */
    private static final String LEFT = "left";

    private DeskMembershipRepository() {}

    /**
     * Returns the id of this desk. A journal without one gets a new one. So does a copied journal, because two copies
     * of a home are two desks. Otherwise each would take the other's claims for its own.
     */
    static UUID desk(Database transaction, String fingerprint) throws SQLException {
        boolean isSame = SyncBaseTable.fact(transaction, HOME).equals(Optional.of(fingerprint));
        Optional<String> known = isSame ? SyncBaseTable.fact(transaction, DESK) : Optional.empty();
        String id = known.orElseGet(() -> UUID.randomUUID().toString());
        SyncBaseTable.setFact(transaction, DESK, id);
        SyncBaseTable.setFact(transaction, HOME, fingerprint);
        return UUID.fromString(id);
    }

    /** Returns true if the journal is still that of a desk. Another file may have taken its place. */
    static boolean isOf(UUID desk, Database database) throws SQLException {
        return SyncBaseTable.fact(database, DESK).equals(Optional.of(desk.toString()));
    }

    /** Returns the stock that the desk has joined, and not left. */
    static Optional<UUID> stock(Database database) throws SQLException {
        return SyncBaseTable.fact(database, LEFT).equals(Optional.of("yes"))
                ? Optional.empty()
                : SyncBaseTable.fact(database, STOCK).map(UUID::fromString);
    }

    static void setLeft(Database transaction, boolean hasLeft) throws SQLException {
        SyncBaseTable.setFact(transaction, LEFT, hasLeft ? "yes" : "no");
    }

    /** Forgets everything but the desk's id, because the desk has joined another stock. */
    static void forgetStock(Database transaction) throws SQLException {
        SyncBaseTable.clear(transaction, DESK, HOME);
    }
}
