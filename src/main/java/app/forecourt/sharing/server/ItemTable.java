package app.forecourt.sharing.server;

import app.forecourt.sharing.server.SharedItem.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of items. Each method runs within the caller's transaction. */
final class ItemTable {
    /** The largest document that is read. The server measures it, so that no larger one is on its way for minutes. */
    static final int LARGEST_DOCUMENT = 2 * 1024 * 1024;
    /** The bytes after which a pull ends, and the rows that are in memory before they are counted. */
    static final int PULL_BYTES = 2 * LARGEST_DOCUMENT;

    private static final int FETCHED_ROWS = 5;
    private static final String KEY = "item.kind, item.id, item.version, ";
    /** The columns of {@link #read}. */
    static final String COLUMNS = KEY + "item.document::text AS document";

    private static final String COLUMNS_OF_BOUNDED_DOCUMENT = KEY
            + "CASE WHEN octet_length(item.document::text) <= " + LARGEST_DOCUMENT
            + " THEN item.document::text END AS document";

    /**
     * The pull. A row whose version was set too high by hand is pulled when the stock has reached that version. The
     * documents are measured one by one as the rows are fetched, because that takes long.
     */
    static final String PULL = "SELECT " + COLUMNS_OF_BOUNDED_DOCUMENT + """
             FROM (SELECT * FROM forecourt.item WHERE version > ? AND version <= ?
            ORDER BY version FETCH FIRST ? ROWS WITH TIES) AS item ORDER BY version
            """;

    private static final String GIVEN = """
            WITH given AS (SELECT * FROM unnest(?::text[], ?::uuid[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
            ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            AS given (kind, id, version, base, document, environment, car, vin_key, plate_key, number_key, dealership,
            state, verdict))
            """;
    private static final String UPDATE = GIVEN + """
                    UPDATE forecourt.item SET version = given.version, document = given.document::jsonb,
                    environment = given.environment, car = given.car, vin_key = given.vin_key, plate_key = given.plate_key,
                    number_key = given.number_key, dealership = given.dealership, state = given.state,
                    verdict = given.verdict
                    FROM given WHERE item.kind = given.kind AND item.id = given.id AND item.version = given.base
                    RETURNING item.kind, item.id, item.version
                    """;
    private static final String INSERT = GIVEN + """
                    INSERT INTO forecourt.item (kind, id, version, added, document, environment, car, vin_key, plate_key,
                    number_key, dealership, state, verdict)
                    SELECT kind, id, version, version, document::jsonb, environment, car, vin_key, plate_key, number_key,
                    dealership, state, verdict FROM given
                    ON CONFLICT (kind, id) DO NOTHING RETURNING item.kind, item.id, item.version
                    """;
    private static final String COMPARE = GIVEN + "SELECT " + COLUMNS_OF_BOUNDED_DOCUMENT + """
            , item.document = given.document::jsonb AS same
            FROM given JOIN forecourt.item ON item.kind = given.kind AND item.id = given.id
            """;

    private ItemTable() {}

    /** The identity of an item. */
    private record Key(String kind, UUID id) {
        static Key of(OutgoingItem item) {
            return new Key(item.kind().key(), item.id());
        }

        static Key of(ResultSet row) throws SQLException {
            return new Key(row.getString("kind"), row.getObject("id", UUID.class));
        }
    }

    /** An item with the version that it gets if it is stored. */
    private record Numbered(OutgoingItem item, long version) {}

    /** Returns the items after a version, as {@link StockClient#changesSince} does. */
    static StockChanges changesSince(Connection transaction, String incarnation, long version, int limit)
            throws SQLException, StockServerException {
        // The version is read first, so that an item that changes in between comes with the next pull.
        long stock = StockStateTable.version(transaction);
        var items = new ArrayList<SharedItem>();
        var tooLarge = new ArrayList<UUID>();
        long last = version;
        int count = 0;
        long bytes = 0;
        boolean isFull = false;
        try (PreparedStatement statement = transaction.prepareStatement(PULL)) {
            statement.setLong(1, version);
            statement.setLong(2, stock);
            statement.setInt(3, limit);
            statement.setFetchSize(FETCHED_ROWS);
            try (ResultSet row = statement.executeQuery()) {
                while (!isFull && row.next()) {
                    // Rows with the same version come together.
                    isFull = bytes > PULL_BYTES && row.getLong("version") > last;
                    if (!isFull) {
                        String document = row.getString("document");
                        if (document == null) {
                            tooLarge.add(row.getObject("id", UUID.class));
                        } else {
                            bytes += document.length();
                            read(row).ifPresent(items::add);
                        }
                        last = row.getLong("version");
                        count++;
                    }
                }
            }
        }
        boolean isComplete = !isFull && count < limit;
        return new StockChanges(items, tooLarge, isComplete ? stock : last, isComplete, incarnation);
    }

    static int countSince(Connection transaction, long version) throws SQLException {
        try (PreparedStatement statement =
                transaction.prepareStatement("SELECT count(*) FROM forecourt.item WHERE version > ?")) {
            statement.setLong(1, version);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Returns the item in a row; empty if the program does not know its kind, or if it is too large. */
    static Optional<SharedItem> read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        long version = row.getLong("version");
        String document = row.getString("document");
        return document == null
                ? Optional.empty()
                : Kind.ofKey(row.getString("kind")).map(kind -> new SharedItem(kind, id, version, document));
    }

    /**
     * Stores items, as {@link StockClient#push} does. An item whose row somebody has deleted by hand is stored again.
     *
     * @param first the version of the first item
     */
    static List<ItemPushResult> push(Connection transaction, List<OutgoingItem> items, long first)
            throws SQLException, StockServerException {
        var open = new ArrayList<Numbered>();
        for (OutgoingItem item : items) {
            open.add(new Numbered(item, first + open.size()));
        }
        Map<Key, ItemPushResult> results = new HashMap<>();
        for (String sql : List.of(UPDATE, INSERT, COMPARE)) {
            if (!open.isEmpty()) {
                execute(transaction, sql, open, results);
                open.removeIf(numbered -> results.containsKey(Key.of(numbered.item())));
            }
        }
        if (!open.isEmpty()) {
            // A trigger or a rule, which somebody has added by hand, suppresses the row.
            throw new StockServerException(ServerFailure.UNSUITABLE);
        }
        return items.stream().map(item -> results.get(Key.of(item))).toList();
    }

    private static void execute(
            Connection transaction, String sql, List<Numbered> given, Map<Key, ItemPushResult> results)
            throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            bind(transaction, statement, given);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ItemPushResult result = !sql.equals(COMPARE) || row.getBoolean("same")
                            ? new ItemPushResult.Stored(row.getLong("version"))
                            : read(row)
                                    .<ItemPushResult>map(ItemPushResult.Outdated::new)
                                    .orElseGet(ItemPushResult.Unreadable::new);
                    results.put(Key.of(row), result);
                }
            }
        }
    }

    private static void bind(Connection transaction, PreparedStatement statement, List<Numbered> given)
            throws SQLException {
        int index = 1;
        for (Column column : COLUMNS_GIVEN) {
            Object[] values = given.stream().map(column.value()).toArray();
            statement.setArray(index++, transaction.createArrayOf(column.type(), values));
        }
    }

    /** A column of the given items. */
    private record Column(String type, Function<Numbered, @Nullable Object> value) {
        static Column text(Function<DuplicateGuardColumns, Optional<?>> value) {
            return new Column(
                    "text",
                    item -> value.apply(item.item().facts()).map(Column::word).orElse(null));
        }

        private static String word(Object value) {
            return value instanceof Enum<?> constant ? ItemTable.word(constant) : value.toString();
        }
    }

    private static final List<Column> COLUMNS_GIVEN = List.of(
            new Column("text", given -> given.item().kind().key()),
            new Column("uuid", given -> given.item().id()),
            new Column("bigint", Numbered::version),
            new Column("bigint", given -> given.item().baseVersion()),
            new Column("text", given -> given.item().document()),
            Column.text(DuplicateGuardColumns::environment),
            new Column("uuid", given -> given.item().facts().car().orElse(null)),
            Column.text(facts -> facts.keys().vin()),
            Column.text(facts -> facts.keys().plate()),
            Column.text(facts -> facts.keys().number()),
            Column.text(DuplicateGuardColumns::dealership),
            Column.text(DuplicateGuardColumns::state),
            Column.text(facts -> Optional.of(facts.verdict())));

    /** Returns the stored name of a constant, as the journal has it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
